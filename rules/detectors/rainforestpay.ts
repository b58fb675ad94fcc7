import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'rainforestpay-api-key',
    name: 'Rainforest API key',
    shape: 'apikey_{hex-lower:64}',
    role: 'secret',
    severity: 'error',
    near: ['rainforest'],
    docs: 'https://docs.rainforestpay.com',
    revoke: "Delete the key in the platform's portal.",
  },
  {
    id: 'rainforestpay-sandbox-api-key',
    name: 'Rainforest sandbox API key',
    shape: 'sbx_apikey_{hex-lower:64}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://docs.rainforestpay.com',
    revoke: "Delete the key in the platform's portal.",
  },
] satisfies Detector[]
