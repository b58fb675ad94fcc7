import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'equinix-api-token',
    name: 'Equinix Metal API token',
    shape: '{base62:28-36}',
    role: 'secret',
    severity: 'error',
    near: ['equinix', 'packet_api', 'packet_auth', 'metal_auth'],
    docs: 'https://deploy.equinix.com/developers/docs/metal/',
    revoke: "Delete the key in the user's or project's settings.",
  },
] satisfies Detector[]
