import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'bunny-api-key',
    name: 'Bunny.net API key',
    shape: '({hex:8}(-{hex:4}){3}-{hex:20}(-{hex:4}){3}-{hex:12}|{hex:8}(-{hex:4}){3}-{hex:12})',
    role: 'secret',
    severity: 'error',
    near: ['bunny', 'bunnynet'],
    docs: 'https://docs.bunny.net',
    revoke: "Reset the key in the account's settings.",
  },
] satisfies Detector[]
