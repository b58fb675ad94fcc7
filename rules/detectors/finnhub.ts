import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'finnhub-api-key',
    name: 'Finnhub API key',
    shape: '({base36-lower:20}|{base36-lower:40})',
    role: 'secret',
    severity: 'error',
    near: ['finnhub'],
    docs: 'https://finnhub.io/docs/api',
    revoke: 'Regenerate the key in the dashboard.',
  },
  {
    id: 'finnhub-contextual-api-key',
    name: 'Finnhub API key',
    shape: '{base62:20}',
    role: 'secret',
    severity: 'error',
    near: ['finnhub'],
    docs: 'https://finnhub.io/docs/api',
    revoke: 'Regenerate the key in the dashboard.',
  },
] satisfies Detector[]
