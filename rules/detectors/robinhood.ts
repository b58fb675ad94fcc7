import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'robinhood-api-key',
    name: 'Robinhood Crypto API key',
    shape: 'rh-api-{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.robinhood.com/crypto/trading/',
    revoke: "Delete the credential in the crypto account's settings.",
  },
] satisfies Detector[]
