import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'bittrex-secret-key',
    name: 'Bittrex access or secret key',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['bittrex'],
    docs: 'https://bittrex.github.io',
    revoke: 'The exchange has ended; delete the key.',
  },
] satisfies Detector[]
