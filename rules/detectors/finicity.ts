import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'finicity-api-token',
    name: 'Finicity app key',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['finicity'],
    docs: 'https://developer.mastercard.com/open-finance-us/documentation/',
    revoke: 'Reset the partner secret in the developer portal.',
  },
  {
    id: 'finicity-client-secret',
    name: 'Finicity partner secret',
    shape: '{base62:20}',
    role: 'secret',
    severity: 'error',
    near: ['finicity'],
    docs: 'https://developer.mastercard.com/open-finance-us/documentation/',
    revoke: 'Reset the partner secret in the developer portal.',
  },
] satisfies Detector[]
