import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'spotify-access-token',
    name: 'Spotify access token',
    shape: 'BQ{base64url:100-254}',
    role: 'secret',
    severity: 'error',
    near: ['spotify'],
    docs: 'https://developer.spotify.com/documentation/web-api',
    revoke: "Rotate the client secret in the app's settings.",
  },
  {
    id: 'spotify-refresh-token',
    name: 'Spotify refresh token',
    shape: 'AQ{base64url:100-254}',
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
  {
    id: 'spotify-any-access-token',
    name: 'Spotify access token (any form)',
    shape: '{base64url:100-256}',
    role: 'secret',
    severity: 'error',
    near: ['spotify'],
    docs: 'https://developer.spotify.com/documentation/web-api',
    revoke: "Rotate the client secret in the app's settings.",
  },
] satisfies Detector[]
