import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'kucoin-api-secret',
    name: 'KuCoin API secret',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['kucoin'],
    docs: 'https://www.kucoin.com/docs',
    revoke: "Delete the API key in the account's settings.",
  },
  {
    id: 'kucoin-api-key',
    name: 'KuCoin API key',
    shape: '{hex:24}',
    role: 'secret',
    severity: 'error',
    near: ['kucoin'],
    docs: 'https://www.kucoin.com/docs',
    revoke: "Delete the API key in the account's settings.",
  },
] satisfies Detector[]
