import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'statuscake-api-token',
    name: 'StatusCake API token',
    shape: '({base62:20}|{base64url:20-30})',
    role: 'secret',
    severity: 'error',
    near: ['statuscake'],
    docs: 'https://developers.statuscake.com',
    revoke: 'Delete the key in the account under API Keys.',
  },
] satisfies Detector[]
