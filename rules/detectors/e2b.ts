import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'e2b-api-key',
    name: 'E2B API key',
    shape: 'e2b_{hex-lower:40}',
    role: 'secret',
    severity: 'error',
    docs: 'https://e2b.dev/docs',
    revoke: 'Delete the key in the dashboard under Keys.',
  },
] satisfies Detector[]
