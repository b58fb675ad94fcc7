import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'crossmint-server-key',
    name: 'Crossmint server-side API key',
    shape: 'sk_(staging|production)_{base62:24-400}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.crossmint.com',
    revoke: 'Delete the key in the console under API keys.',
  },
  {
    id: 'crossmint-client-key',
    name: 'Crossmint client-side API key',
    shape: 'ck_(staging|production)_{base62:24-400}',
    role: 'public',
    severity: 'information',
    docs: 'https://docs.crossmint.com',
    revoke: 'Made to be embedded in apps; delete it in the console.',
  },
] satisfies Detector[]
