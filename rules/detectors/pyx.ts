import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pyx-user-key',
    name: 'pyx user key',
    shape: 'sk-pyx-{base62:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.astral.sh/pyx/',
    revoke: 'Revoke the key in the settings.',
  },
  {
    id: 'pyx-user-key-2',
    name: 'pyx user key (second form)',
    shape: 'sk-pyx-2{letters:45}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.astral.sh/pyx/',
    revoke: 'Revoke the key in the settings.',
  },
] satisfies Detector[]
