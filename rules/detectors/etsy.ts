import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'etsy-api-key',
    name: 'Etsy API keystring and secret',
    shape: '({base36-lower:24}(:{base36-lower:10-64})?|{base62:24})',
    role: 'secret',
    severity: 'error',
    near: ['etsy', 'etsykey', 'etsytoken', 'x-api-key'],
    docs: 'https://developers.etsy.com/documentation/',
    revoke: 'Delete the app or contact Etsy to reset its keys.',
  },
] satisfies Detector[]
