import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'box-access-token',
    name: 'Box access token or client secret',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['box_token', 'box_access', 'box_developer', 'box_client', 'box_secret', 'box_api', 'developer_token'],
    docs: 'https://developer.box.com/guides/authentication/',
    revoke: 'Revoke the token at `https://api.box.com/oauth2/revoke`, or reset the client secret.',
  },
] satisfies Detector[]
