import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'cohere-api-key',
    name: 'Cohere API key',
    shape: '{base62:40}',
    role: 'secret',
    severity: 'error',
    near: ['cohere', 'co_api_key'],
    docs: 'https://docs.cohere.com/',
    revoke: 'Delete the key in the dashboard under API keys.',
  },
] satisfies Detector[]
