import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'ory-api-key',
    name: 'Ory API key',
    shape: 'ory_(pat|apikey|wak)_{base64url:24-48}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.ory.com/docs',
    revoke: 'Revoke the key in the console, or the token at the revocation endpoint.',
  },
  {
    id: 'ory-oauth-token',
    name: 'Ory OAuth 2.0 token',
    shape: 'ory_(at|rt|ac)_{base64url:24-90}(.{base64url:20-60})?',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.ory.com/docs',
    revoke: 'Revoke the key in the console, or the token at the revocation endpoint.',
  },
  {
    id: 'ory-session-token',
    name: 'Ory session token',
    shape: 'ory_st_{base64url:24-48}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://www.ory.com/docs',
    revoke: 'Revoke the key in the console, or the token at the revocation endpoint.',
  },
] satisfies Detector[]
