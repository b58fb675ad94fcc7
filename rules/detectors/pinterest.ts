import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pinterest-access-token',
    name: 'Pinterest access token',
    shape: 'pina_{base64url:20-100}',
    negatives: ['pina_{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.pinterest.com/docs/',
    revoke: "Revoke the app's access in the account's security settings.",
  },
  {
    id: 'pinterest-refresh-token',
    name: 'Pinterest refresh token',
    shape: 'pinr_{[A-Za-z0-9_.-]:20-300}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.pinterest.com/docs/',
    revoke: "Revoke the app's access in the account's security settings.",
  },
] satisfies Detector[]
