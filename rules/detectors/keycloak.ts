import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'keycloak-client-secret',
    name: 'Keycloak client secret',
    shape: '({base62:32}|{hex:8}(-{hex:4}){3}-{hex:12})',
    role: 'secret',
    severity: 'error',
    near: ['keycloak'],
    docs: 'https://www.keycloak.org/docs/latest/server_admin/',
    revoke: 'Regenerate the secret on the Credentials tab of the client.',
  },
] satisfies Detector[]
