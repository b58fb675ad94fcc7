import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'thunderstore-api-token',
    name: 'Thunderstore API token',
    shape: 'tss_{base62:36}',
    role: 'secret',
    severity: 'error',
    docs: 'https://thunderstore.io',
    revoke: 'Delete the service account of the team.',
  },
  {
    id: 'thunderstore-any-api-token',
    name: 'Thunderstore API token (any length)',
    shape: 'tss_{base64url:20-80}',
    role: 'secret',
    severity: 'error',
    docs: 'https://thunderstore.io',
    revoke: 'Delete the service account of the team.',
  },
] satisfies Detector[]
