import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'rollbar-access-token',
    name: 'Rollbar access token',
    shape: '({hex-lower:32}|{base62:32})',
    role: 'secret',
    severity: 'error',
    near: ['rollbar'],
    docs: 'https://docs.rollbar.com',
    revoke: "Delete the token in the project's or account's settings.",
  },
] satisfies Detector[]
