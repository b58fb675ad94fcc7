import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'scraperapi-api-key',
    name: 'ScraperAPI API key',
    shape: '({hex-lower:32}|{base62:32})',
    role: 'secret',
    severity: 'error',
    near: ['scraper_api'],
    docs: 'https://docs.scraperapi.com',
    revoke: 'Regenerate the key in the dashboard.',
  },
] satisfies Detector[]
