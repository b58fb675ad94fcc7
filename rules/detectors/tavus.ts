import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'tavus-api-key',
    name: 'Tavus API key',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['tavus'],
    docs: 'https://docs.tavus.io',
    revoke: 'Delete the key in the developer portal.',
  },
] satisfies Detector[]
