import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'customerio-app-api-key',
    name: 'Customer.io App API key',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['customer_io'],
    docs: 'https://docs.customer.io',
    revoke: "Delete the key in the account's settings under API credentials.",
  },
  {
    id: 'customerio-track-api-key',
    name: 'Customer.io Track API key',
    shape: '{hex:20}',
    role: 'secret',
    severity: 'error',
    near: ['customer_io', 'cio'],
    docs: 'https://docs.customer.io',
    revoke: "Delete the key in the account's settings under API credentials.",
  },
] satisfies Detector[]
