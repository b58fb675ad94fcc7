import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'firecrawl-api-key',
    name: 'Firecrawl API key',
    shape: 'fc-{hex-lower:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.firecrawl.dev',
    revoke: 'Delete the key in the dashboard under API Keys.',
  },
] satisfies Detector[]
