import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'wundergraph-api-key',
    name: 'WunderGraph Cosmo API key',
    shape: 'cosmo_{hex:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://cosmo-docs.wundergraph.com',
    revoke: 'Delete the key in Cosmo Studio.',
  },
] satisfies Detector[]
