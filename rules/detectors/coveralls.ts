import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'coveralls-api-token',
    name: 'Coveralls API token',
    shape: '({base62:32}|{[A-Za-z0-9-]:37})',
    role: 'secret',
    severity: 'error',
    near: ['coveralls'],
    docs: 'https://docs.coveralls.io',
    revoke: "Regenerate the token in the repository's or account's settings.",
  },
] satisfies Detector[]
