import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'codacy-api-token',
    name: 'Codacy API token',
    shape: '({base62:20-24}|{hex:32})',
    role: 'secret',
    severity: 'error',
    near: ['codacy'],
    docs: 'https://docs.codacy.com',
    revoke: "Revoke the token in the account's or repository's settings.",
  },
] satisfies Detector[]
