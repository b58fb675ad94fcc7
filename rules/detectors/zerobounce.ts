import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'zerobounce-api-key',
    name: 'ZeroBounce API key',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['zero_bounce'],
    docs: 'https://www.zerobounce.net/docs/',
    revoke: 'Delete the key in the account under API.',
  },
] satisfies Detector[]
