import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'paypal-client-secret',
    name: 'PayPal REST client secret',
    shape: '{[A-Za-z0-9_.-]:78-120}',
    role: 'secret',
    severity: 'error',
    near: ['paypal'],
    docs: 'https://developer.paypal.com/api/rest/',
    revoke: 'Generate another secret on the page of the app and disable this one.',
  },
  {
    id: 'paypal-client-id',
    name: 'PayPal REST client ID',
    shape: 'A{base64url:78-99}',
    role: 'identifier',
    severity: 'information',
    near: ['paypal'],
    pair: 'paypal-client-secret',
    docs: 'https://developer.paypal.com/api/rest/',
    revoke: 'An identifier; replace the secret that belongs to it.',
  },
] satisfies Detector[]
