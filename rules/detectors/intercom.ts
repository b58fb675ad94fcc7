import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'intercom-access-token',
    name: 'Intercom access token',
    shape: 'dG9rO{base64:54}=',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication',
    revoke: 'Regenerate the access token in the Developer Hub.',
  },
  {
    id: 'intercom-api-token',
    name: 'Intercom API token',
    shape: '({base64:60}|{[A-Za-z0-9_-]:1}{[A-Za-z0-9_=-]:59})',
    role: 'secret',
    severity: 'error',
    near: ['intercom'],
    docs: 'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication',
    revoke: 'Regenerate the access token in the Developer Hub.',
  },
] satisfies Detector[]
