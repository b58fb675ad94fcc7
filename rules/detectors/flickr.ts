import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'flickr-api-key',
    name: 'Flickr API key or token',
    shape: '({hex:32}|{base62:32})',
    role: 'secret',
    severity: 'error',
    near: ['flickr'],
    docs: 'https://www.flickr.com/services/api/',
    revoke: 'Delete the app in the App Garden.',
  },
  {
    id: 'flickr-api-secret',
    name: 'Flickr API secret',
    shape: '{hex:16}',
    role: 'secret',
    severity: 'error',
    near: ['flickr_secret', 'flickr_api_secret'],
    docs: 'https://www.flickr.com/services/api/',
    revoke: 'Delete the app in the App Garden.',
  },
] satisfies Detector[]
