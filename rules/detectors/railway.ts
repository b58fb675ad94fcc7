import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'railway-api-token',
    name: 'Railway API token',
    shape: '({hex:8}(-{hex:4}){3}-{hex:12}|{base62:32})',
    role: 'secret',
    severity: 'error',
    near: ['railway'],
    docs: 'https://docs.railway.com',
    revoke: "Delete the token in the account's or project's settings.",
  },
] satisfies Detector[]
