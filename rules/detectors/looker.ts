import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'looker-client-secret',
    name: 'Looker API client secret',
    shape: '{base62:24}',
    role: 'secret',
    severity: 'error',
    near: ['looker'],
    docs: 'https://cloud.google.com/looker/docs/api-auth',
    revoke: "Delete the API key on the user's page.",
  },
  {
    id: 'looker-client-id',
    name: 'Looker API client ID',
    shape: '{base62:20}',
    role: 'identifier',
    severity: 'information',
    near: ['looker'],
    pair: 'looker-client-secret',
    docs: 'https://cloud.google.com/looker/docs/api-auth',
    revoke: "Delete the API key on the user's page.",
  },
] satisfies Detector[]
