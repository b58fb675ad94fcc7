import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'auth0-client-secret',
    name: 'Auth0 client secret',
    shape: '{base64url:64-120}',
    role: 'secret',
    severity: 'error',
    near: ['auth0'],
    docs: 'https://auth0.com/docs/secure/tokens/access-tokens/management-api-access-tokens',
    revoke: "Rotate the client secret in the application's settings.",
  },
  {
    id: 'auth0-client-id',
    name: 'Auth0 client ID',
    shape: '{base64url:32-60}',
    role: 'identifier',
    severity: 'information',
    near: ['auth0'],
    pair: 'auth0-client-secret',
    docs: 'https://auth0.com/docs/secure/tokens/access-tokens/management-api-access-tokens',
    revoke: 'An identifier; rotate the client secret that belongs to it.',
  },
] satisfies Detector[]
