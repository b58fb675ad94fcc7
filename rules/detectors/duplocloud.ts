import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'duplocloud-api-token',
    name: 'DuploCloud API token',
    shape: 'AQAAANCMnd8BFdERjHo{base64url:200-900}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.duplocloud.com',
    revoke: "Delete the token in the user's profile.",
  },
] satisfies Detector[]
