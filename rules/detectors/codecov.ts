import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'codecov-access-token',
    name: 'Codecov upload or access token',
    shape: '({[A-Za-z0-9-]:36}|{base62:32})',
    role: 'secret',
    severity: 'error',
    near: ['codecov'],
    docs: 'https://docs.codecov.com/docs/codecov-tokens',
    revoke: "Regenerate the token in the repository's settings.",
  },
] satisfies Detector[]
