import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'portainer-access-token',
    name: 'Portainer access token',
    shape: 'ptr_{[A-Za-z0-9+/_=-]:32-52}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.portainer.io/api/access',
    revoke: "Remove the access token in the account's settings.",
  },
] satisfies Detector[]
