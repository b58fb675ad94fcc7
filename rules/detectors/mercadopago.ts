import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'mercadopago-access-token',
    name: 'Mercado Pago access token',
    shape: '(APP_USR|TEST)-{digits:10-16}-{digits:6}-{hex-lower:32}(__{upper:2}_{upper:2}__)?-{digits:6-10}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.mercadopago.com.ar/developers/en/docs',
    revoke: "Renew the credentials in the application's settings.",
  },
  {
    id: 'mercadopago-uuid-key',
    name: 'Mercado Pago public key or access token',
    shape: 'APP_USR-{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://www.mercadopago.com.ar/developers/en/docs',
    revoke: "Renew the credentials in the application's settings.",
  },
  {
    id: 'mercadopago-other-access-token',
    name: 'Mercado Pago access token',
    shape: 'APP_USR-{base62:6-20}(-{base62:4-64}){2}(-{base62:4-64})?(-{base62:4-64})?',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.mercadopago.com.ar/developers/en/docs',
    revoke: "Renew the credentials in the application's settings.",
  },
] satisfies Detector[]
