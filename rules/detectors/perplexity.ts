import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'perplexity-api-key',
    name: 'Perplexity API key',
    shape: 'pplx-{base62:48}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.perplexity.ai/',
    revoke: 'Delete the key in the API settings.',
  },
] satisfies Detector[]
