import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'bitfinex-api-secret',
    name: 'Bitfinex API key or secret',
    shape: '{base62:43}',
    role: 'secret',
    severity: 'error',
    near: ['bitfinex'],
    docs: 'https://docs.bitfinex.com',
    revoke: 'Delete the key in the account under API keys.',
  },
] satisfies Detector[]
