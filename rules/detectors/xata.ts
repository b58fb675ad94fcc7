import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'xata-api-key',
    name: 'Xata API key',
    shape: 'xau_{base62:33}',
    role: 'secret',
    severity: 'error',
    docs: 'https://xata.io/docs',
    revoke: "Delete the key in the account's settings.",
  },
] satisfies Detector[]
