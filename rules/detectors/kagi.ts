import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'kagi-api-key',
    name: 'Kagi API key',
    shape: '{base64url:11}.{base64url:43}',
    role: 'secret',
    severity: 'error',
    near: ['kagi'],
    docs: 'https://help.kagi.com',
    revoke: 'Regenerate the token in the settings.',
  },
] satisfies Detector[]
