import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'fly-macaroon-token',
    name: 'Fly.io access token',
    shape: 'fm(1r|1a|2)_{base64:100-2000}',
    role: 'secret',
    severity: 'error',
    docs: 'https://fly.io/docs/security/tokens/',
    revoke: 'Revoke it with `fly tokens revoke`.',
  },
  {
    id: 'fly-access-token',
    name: 'Fly.io access token with its scheme',
    shape: 'FlyV1 {[A-Za-z0-9+/=_,-]:100-4000}',
    role: 'secret',
    severity: 'error',
    docs: 'https://fly.io/docs/security/tokens/',
    revoke: 'Revoke it with `fly tokens revoke`.',
  },
  {
    id: 'fly-legacy-token',
    name: 'Fly.io access token (old form)',
    shape: 'fo1_{base64url:43}',
    role: 'secret',
    severity: 'error',
    docs: 'https://fly.io/docs/security/tokens/',
    revoke: 'Revoke it with `fly tokens revoke`.',
  },
] satisfies Detector[]
