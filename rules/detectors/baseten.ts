import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'baseten-api-key',
    name: 'Baseten API key',
    shape: '{base62:8}.{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['baseten'],
    docs: 'https://docs.baseten.co',
    revoke: "Revoke the key in the account's settings.",
  },
] satisfies Detector[]
