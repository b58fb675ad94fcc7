import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'forestadmin-auth-secret',
    name: 'Forest Admin auth secret',
    shape: '{base64:20-96}',
    role: 'secret',
    severity: 'error',
    near: ['forest_auth_secret', 'forest_admin'],
    docs: 'https://docs.forestadmin.com',
    revoke: "Set another `FOREST_AUTH_SECRET`; the env secret is regenerated in the project's settings.",
  },
  {
    id: 'forestadmin-env-secret',
    name: 'Forest Admin env secret',
    shape: '{hex-lower:64}',
    role: 'secret',
    severity: 'error',
    near: ['forest_env_secret'],
    docs: 'https://docs.forestadmin.com',
    revoke: "Set another `FOREST_AUTH_SECRET`; the env secret is regenerated in the project's settings.",
  },
] satisfies Detector[]
