import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'scalr-access-token',
    name: 'Scalr API access token',
    shape: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJ1c2VyIiwianRpIjoiYXQt{base64url:20-40}.{base64url:43}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.scalr.io',
    revoke: "Delete the token in the account's settings.",
  },
] satisfies Detector[]
