import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'zendesk-api-token',
    name: 'Zendesk API token',
    shape: '{base62:40}',
    role: 'secret',
    severity: 'error',
    near: ['zendesk'],
    docs: 'https://developer.zendesk.com/api-reference/introduction/security-and-auth/',
    revoke: 'Delete the token in the Admin Center under APIs.',
  },
] satisfies Detector[]
