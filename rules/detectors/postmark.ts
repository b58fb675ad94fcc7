import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'postmark-api-token',
    name: 'Postmark server or account API token',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['postmark'],
    docs: 'https://postmarkapp.com/developer/api/overview',
    revoke: 'Delete the token on the API Tokens page of the server or account.',
  },
] satisfies Detector[]
