import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'aiven-auth-token',
    name: 'Aiven authentication token',
    shape: '{[A-Za-z0-9+/]:1}{[A-Za-z0-9+/=]:371}',
    role: 'secret',
    severity: 'error',
    near: ['aiven'],
    docs: 'https://aiven.io/docs/platform/howto/create_authentication_token',
    revoke: "Revoke the token in the user's profile.",
  },
  {
    id: 'aiven-service-password',
    name: 'Aiven service password',
    shape: 'AVNS_{base64url:15-30}',
    role: 'secret',
    severity: 'error',
    docs: 'https://aiven.io/docs/platform/howto/create_authentication_token',
    revoke: "Reset the password of the service's user.",
  },
] satisfies Detector[]
