import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'instagram-access-token',
    name: 'Instagram Graph API access token',
    shape: 'IGQVJ{base64url:50-256}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.facebook.com/docs/instagram-platform',
    revoke: "Remove the app's access in the account's settings.",
  },
  {
    id: 'instagram-user-token',
    name: 'Instagram user access token',
    shape: 'IGAA{base64url:60-256}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.facebook.com/docs/instagram-platform',
    revoke: "Remove the app's access in the account's settings.",
  },
] satisfies Detector[]
