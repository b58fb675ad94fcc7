import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'cfxre-server-key',
    name: 'Cfx.re server license key',
    shape: 'cfxk_{base64url:20-100}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.fivem.net/docs/',
    revoke: 'Delete the server key on the Cfx.re portal.',
  },
] satisfies Detector[]
