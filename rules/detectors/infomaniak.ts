import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'infomaniak-api-token',
    name: 'Infomaniak API token',
    shape: '{base64url:60-100}',
    role: 'secret',
    severity: 'error',
    near: ['infomaniak'],
    docs: 'https://developer.infomaniak.com',
    revoke: 'Delete the token in the manager.',
  },
] satisfies Detector[]
