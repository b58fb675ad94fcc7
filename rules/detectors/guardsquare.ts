import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'guardsquare-api-key',
    name: 'AppSweep API key',
    shape: 'gs_appsweep_{base64url:24-48}',
    role: 'secret',
    severity: 'error',
    docs: 'https://help.guardsquare.com',
    revoke: "Delete the key in the project's settings.",
  },
] satisfies Detector[]
