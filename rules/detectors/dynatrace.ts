import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'dynatrace-api-token',
    name: 'Dynatrace API token',
    shape: 'dt0{lower:1}{digits:2}.{[A-Za-z0-9-]:8-128}.{base62:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens',
    revoke: 'Delete the token on the Access tokens page.',
  },
] satisfies Detector[]
