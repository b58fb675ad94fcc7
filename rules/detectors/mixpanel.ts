import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'mixpanel-api-secret',
    name: 'Mixpanel API secret or project token',
    shape: '{hex-lower:32}',
    role: 'secret',
    severity: 'error',
    near: ['mixpanel'],
    docs: 'https://docs.mixpanel.com',
    revoke: "Reset the secret in the project's settings, or delete the service account.",
  },
  {
    id: 'mixpanel-service-account-secret',
    name: 'Mixpanel service account secret',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['mp-service-account', 'mixpanel'],
    docs: 'https://docs.mixpanel.com',
    revoke: "Reset the secret in the project's settings, or delete the service account.",
  },
] satisfies Detector[]
