import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'fernet-key',
    name: 'Fernet key',
    shape: '{base64url:43}=',
    role: 'secret',
    severity: 'error',
    near: ['fernet'],
    docs: 'https://cryptography.io/en/latest/fernet/',
    revoke: 'Make another key and rotate what it encrypts with `MultiFernet`.',
  },
] satisfies Detector[]
