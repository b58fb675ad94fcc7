import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'cielo-client-secret',
    name: 'Cielo client secret or merchant key',
    shape: '{base62:20-64}',
    role: 'secret',
    severity: 'error',
    near: ['cielo'],
    docs: 'https://developercielo.github.io',
    revoke: "Renew the credentials in the merchant's portal.",
  },
  {
    id: 'cielo-client-id',
    name: 'Cielo client or merchant ID',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'identifier',
    severity: 'information',
    near: ['cielo'],
    pair: 'cielo-client-secret',
    docs: 'https://developercielo.github.io',
    revoke: "Renew the credentials in the merchant's portal.",
  },
] satisfies Detector[]
