import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'algolia-admin-key',
    name: 'Algolia API key',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['algolia'],
    docs: 'https://www.algolia.com/doc/guides/security/api-keys/',
    revoke: 'Regenerate the key in the dashboard under API keys.',
  },
  {
    id: 'algolia-application-id',
    name: 'Algolia application ID',
    shape: '{base62:10}',
    role: 'identifier',
    severity: 'information',
    near: ['algolia'],
    docs: 'https://www.algolia.com/doc/guides/security/api-keys/',
    revoke: 'An identifier; regenerate the API key that belongs to it.',
  },
] satisfies Detector[]
