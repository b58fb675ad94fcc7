import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'saladcloud-api-key',
    name: 'SaladCloud user API key',
    shape: 'salad_cloud_user_{base62:49}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.salad.com',
    revoke: "Delete the key in the portal's settings.",
  },
] satisfies Detector[]
