import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'serpapi-api-key',
    name: 'SerpApi API key',
    shape: '{hex:64}',
    role: 'secret',
    severity: 'error',
    near: ['serp_api', 'serp'],
    docs: 'https://serpapi.com/search-api',
    revoke: 'Regenerate the key on the page of the account.',
  },
] satisfies Detector[]
