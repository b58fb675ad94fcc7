import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'workato-api-token',
    name: 'Workato developer API token',
    shape: 'wrka({lower:2})?-eyJ{base64url:8-100}.{base64url:16-600}.{base64url:64-700}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.workato.com',
    revoke: 'Delete the API client in the workspace.',
  },
] satisfies Detector[]
