import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'heartland-secret-key',
    name: 'Heartland Portico secret key',
    shape: 'skapi_(cert|prod)_{base62:34-42}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.globalpayments.com',
    revoke: "Delete the key in the merchant's account.",
  },
] satisfies Detector[]
