import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'kraken-private-key',
    name: 'Kraken private key',
    shape: '{[A-Za-z0-9+/_-]:1}{[A-Za-z0-9+/=_-]:79-89}',
    role: 'secret',
    severity: 'error',
    near: ['kraken'],
    docs: 'https://docs.kraken.com',
    revoke: "Delete the API key in the account's settings.",
  },
] satisfies Detector[]
