import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pingdom-api-token',
    name: 'Pingdom API token',
    shape: '{base64url:64}',
    role: 'secret',
    severity: 'error',
    near: ['pingdom'],
    docs: 'https://docs.pingdom.com',
    revoke: 'Delete the token in the settings under API tokens.',
  },
] satisfies Detector[]
