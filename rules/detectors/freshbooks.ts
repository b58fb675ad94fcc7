import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'freshbooks-access-token',
    name: 'FreshBooks access token or client secret',
    shape: '{base62:64}',
    role: 'secret',
    severity: 'error',
    near: ['freshbooks'],
    docs: 'https://www.freshbooks.com/api/start',
    revoke: "Reset the client secret in the app's settings.",
  },
] satisfies Detector[]
