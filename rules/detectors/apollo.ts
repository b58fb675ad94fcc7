import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'apollo-api-key',
    name: 'Apollo.io API key',
    shape: '{base64url:22}',
    role: 'secret',
    severity: 'error',
    near: ['apollo_api', 'apollo_key', 'apollo_token', 'apollo_secret', 'apollo.io'],
    docs: 'https://docs.apollo.io',
    revoke: 'Delete the key in the settings under API keys.',
  },
  {
    id: 'apollo-graphos-key',
    name: 'Apollo GraphOS key',
    shape: '(service|user):{[A-Za-z0-9_.-]:2-80}:{base64url:20-40}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.apollographql.com/docs/graphos',
    revoke: "Delete the key in the graph's settings in GraphOS Studio.",
  },
] satisfies Detector[]
