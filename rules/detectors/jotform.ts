import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'jotform-api-key',
    name: 'Jotform API key',
    shape: '({hex-lower:32}|{base62:32})',
    role: 'secret',
    severity: 'error',
    near: ['jotform'],
    docs: 'https://api.jotform.com/docs/',
    revoke: "Delete the key in the account's settings under API.",
  },
] satisfies Detector[]
