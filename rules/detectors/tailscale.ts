import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'tailscale-key',
    name: 'Tailscale key',
    shape: 'tskey-{letters:3-10}-{base64url:20-80}',
    role: 'secret',
    severity: 'error',
    docs: 'https://tailscale.com/kb/1085/auth-keys',
    revoke: 'Revoke the key in the admin console under Keys.',
  },
  {
    id: 'tailscale-legacy-key',
    name: 'Tailscale key (old form)',
    shape: 'tskey-{base62:8-20}',
    role: 'secret',
    severity: 'error',
    near: ['tailscale'],
    docs: 'https://tailscale.com/kb/1085/auth-keys',
    revoke: 'Revoke the key in the admin console under Keys.',
  },
] satisfies Detector[]
