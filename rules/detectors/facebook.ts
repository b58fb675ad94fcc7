import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'facebook-user-access-token',
    name: 'Facebook access token',
    shape: 'EAA{[A-Z]:1}{base62:60-400}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens',
    revoke: 'Invalidate it with `DELETE /me/permissions`, or reset the app secret.',
  },
  {
    id: 'facebook-app-access-token',
    name: 'Facebook app access token',
    shape: '{digits:15-16}(%7C|%7c|\\|){base64url:27-40}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens',
    revoke: 'Invalidate it with `DELETE /me/permissions`, or reset the app secret.',
  },
  {
    id: 'facebook-app-secret',
    name: 'Facebook app secret',
    shape: '{hex-lower:32}',
    role: 'secret',
    severity: 'error',
    near: ['facebook', 'fb_secret', 'fb_app_secret', 'fb_client_secret'],
    docs: 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens',
    revoke: 'Invalidate it with `DELETE /me/permissions`, or reset the app secret.',
  },
  {
    id: 'facebook-app-id',
    name: 'Facebook app ID',
    shape: '{digits:15-16}',
    role: 'identifier',
    severity: 'information',
    near: ['facebook_app', 'facebook_id', 'facebook_client', 'fb_app_id'],
    pair: 'facebook-app-secret',
    docs: 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens',
    revoke: 'An identifier; reset the app secret that belongs to it.',
  },
] satisfies Detector[]
