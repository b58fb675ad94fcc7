import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'scalingo-api-token',
    name: 'Scalingo API token',
    shape: 'tk-us-{base64url:48}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.scalingo.com',
    revoke: 'Delete the token in the profile under API Tokens.',
  },
] satisfies Detector[]
