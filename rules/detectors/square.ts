import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'square-access-token',
    name: 'Square access token',
    shape: '(EAAA{[A-Za-z0-9_+=-]:60}|EAAA{base64url:22-60}|sq0atp-{base64url:22-60})',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.squareup.com/docs/build-basics/access-tokens',
    revoke: 'Replace the token in the Developer Console, on the page Credentials.',
  },
  {
    id: 'square-oauth-secret',
    name: 'Square OAuth application secret',
    shape: 'sq0csp-{base64url:43}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.squareup.com/docs/build-basics/access-tokens',
    revoke: 'Replace the token in the Developer Console, on the page Credentials.',
  },
  {
    id: 'square-application-id',
    name: 'Square application ID',
    shape: 'sq0idp-{base64url:22}',
    role: 'identifier',
    severity: 'information',
    docs: 'https://developer.squareup.com/docs/build-basics/access-tokens',
    revoke: 'An identifier; replace the secret that belongs to it.',
  },
] satisfies Detector[]
