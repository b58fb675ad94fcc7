import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'gamma-api-key',
    name: 'Gamma API key',
    shape: 'sk-gamma-{base64url:32-64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.gamma.app',
    revoke: "Delete the key in the account's settings.",
  },
] satisfies Detector[]
