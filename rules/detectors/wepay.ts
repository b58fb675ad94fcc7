import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'wepay-access-token',
    name: 'WePay access token',
    shape: '(STAGE|PRODUCTION)_{hex-lower:60-68}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.wepay.com',
    revoke: "Revoke the token in the application's settings.",
  },
] satisfies Detector[]
