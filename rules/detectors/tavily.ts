import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'tavily-api-key',
    name: 'Tavily API key',
    shape: 'tvly-((dev|prod)-)?{base62:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.tavily.com',
    revoke: 'Delete the key in the dashboard.',
  },
] satisfies Detector[]
