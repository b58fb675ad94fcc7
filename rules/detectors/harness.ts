import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'harness-token',
    name: 'Harness personal or service account token',
    shape: '(pat|sat).{base64url:22}.{hex:24}.{base62:20}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys',
    revoke: 'Delete the token on the page of the API key.',
  },
] satisfies Detector[]
