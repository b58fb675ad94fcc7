import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'dropbox-short-lived-token',
    name: 'Dropbox short-lived access token',
    shape: 'sl.(u.|B.)?{base64url:130-152}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.dropbox.com/oauth-guide',
    revoke: 'Revoke it with `/2/auth/token/revoke` or disconnect the app.',
  },
  {
    id: 'dropbox-long-access-token',
    name: 'Dropbox access token (long form)',
    shape: 'sl.(u.|B.)?{base64url:153-1400}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.dropbox.com/oauth-guide',
    revoke: 'Revoke it with `/2/auth/token/revoke` or disconnect the app.',
  },
  {
    id: 'dropbox-long-lived-token',
    name: 'Dropbox long-lived access token',
    shape: '{base36-lower:11}AAAAAAAAAA{[a-z0-9_=-]:43}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.dropbox.com/oauth-guide',
    revoke: 'Revoke it with `/2/auth/token/revoke` or disconnect the app.',
  },
  {
    id: 'dropbox-app-secret',
    name: 'Dropbox app key or secret',
    shape: '{base62:15}',
    role: 'secret',
    severity: 'error',
    near: ['dropbox_app', 'dropbox_api', 'dropbox_key', 'dropbox_secret', 'dropbox_token', 'dropbox_client', 'dropbox_access', 'dropbox_oauth'],
    docs: 'https://developers.dropbox.com/oauth-guide',
    revoke: 'Revoke it with `/2/auth/token/revoke` or disconnect the app.',
  },
] satisfies Detector[]
