import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'turso-auth-token',
    name: 'Turso database auth token',
    shape: 'eyJ{base64url:10-100}.eyJ{base64url:10-500}.{base64url:10-200}',
    role: 'secret',
    severity: 'error',
    near: ['turso', 'libsql'],
    docs: 'https://docs.turso.tech',
    revoke: 'Invalidate the tokens with `turso db tokens invalidate`.',
  },
] satisfies Detector[]
