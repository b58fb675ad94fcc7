import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'zoom-client-secret',
    name: 'Zoom OAuth client secret',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['zoom'],
    docs: 'https://developers.zoom.us/docs/',
    revoke: 'Regenerate the client secret in the App Marketplace.',
  },
] satisfies Detector[]
