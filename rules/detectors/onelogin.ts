import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'onelogin-client-secret',
    name: 'OneLogin API client ID or secret',
    shape: '{base62:64}',
    role: 'secret',
    severity: 'error',
    near: ['one_login'],
    docs: 'https://developers.onelogin.com',
    revoke: 'Delete the API credential in the administration.',
  },
] satisfies Detector[]
