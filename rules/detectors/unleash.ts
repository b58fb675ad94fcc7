import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'unleash-api-token',
    name: 'Unleash client or admin API token',
    shape: '({[*]:1}|{lower:1}{[a-z0-9-]:0-60}|[]):{lower:1}{[a-z0-9-]:0-60}.{hex:56}',
    role: 'secret',
    severity: 'error',
    near: ['unleash', 'api_token', 'client_key', 'authorization'],
    docs: 'https://docs.getunleash.io',
    revoke: "Delete the token in the admin's API access page.",
  },
  {
    id: 'unleash-personal-access-token',
    name: 'Unleash personal access token',
    shape: 'user:{hex:56}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.getunleash.io',
    revoke: "Delete the token in the admin's API access page.",
  },
] satisfies Detector[]
