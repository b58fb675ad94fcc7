import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'thunderstore-api-token',
    name: 'Thunderstore API token',
    shape: 'tss_{base64url:20-80}',
    role: 'secret',
    severity: 'error',
    docs: 'https://thunderstore.io',
    revoke: 'Delete the service account of the team.',
  },
] satisfies Detector[]
