import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'civo-api-key',
    name: 'Civo API key',
    shape: '{base62:50}',
    role: 'secret',
    severity: 'error',
    near: ['civo'],
    docs: 'https://www.civo.com/docs/account/api-keys',
    revoke: "Reset the key in the account's security settings.",
  },
] satisfies Detector[]
