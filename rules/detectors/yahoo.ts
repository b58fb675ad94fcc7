import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'yahoo-client-id',
    name: 'Yahoo OAuth client ID',
    shape: 'dj0y{base64url:60-100}--',
    role: 'identifier',
    severity: 'information',
    pair: 'yahoo-client-secret',
    docs: 'https://developer.yahoo.com/oauth2/guide/',
    revoke: 'An identifier; nothing to revoke.',
  },
  {
    id: 'yahoo-client-secret',
    name: 'Yahoo OAuth client secret',
    shape: '{hex:40}',
    role: 'secret',
    severity: 'error',
    near: ['yahoo'],
    docs: 'https://developer.yahoo.com/oauth2/guide/',
    revoke: 'Delete the app on the developer network and create another one.',
  },
] satisfies Detector[]
