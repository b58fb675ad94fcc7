import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'newsapi-api-key',
    name: 'News API API key',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['news_api'],
    docs: 'https://newsapi.org/docs',
    revoke: 'Regenerate the key in the account.',
  },
] satisfies Detector[]
