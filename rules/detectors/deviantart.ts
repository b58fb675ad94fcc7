import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'deviantart-client-secret',
    name: 'DeviantArt OAuth client secret',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['deviant_art'],
    docs: 'https://www.deviantart.com/developers/',
    revoke: 'Reset the client secret on the page of the application.',
  },
  {
    id: 'deviantart-access-token',
    name: 'DeviantArt OAuth access token',
    shape: '{base62:40-80}',
    role: 'secret',
    severity: 'error',
    near: ['deviant_art'],
    docs: 'https://www.deviantart.com/developers/',
    revoke: 'Reset the client secret on the page of the application.',
  },
] satisfies Detector[]
