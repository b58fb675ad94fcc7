import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'spotify-access-token',
    name: 'Spotify access or refresh token',
    shape: '{base64url:100-256}',
    role: 'secret',
    severity: 'error',
    near: ['spotify'],
    docs: 'https://developer.spotify.com/documentation/web-api',
    revoke: "Rotate the client secret in the app's settings.",
  },
  {
    id: 'spotify-client-secret',
    name: 'Spotify client ID or secret',
    shape: '{hex-lower:32}',
    role: 'secret',
    severity: 'error',
    near: ['spotify'],
    docs: 'https://developer.spotify.com/documentation/web-api',
    revoke: "Rotate the client secret in the app's settings.",
  },
] satisfies Detector[]
