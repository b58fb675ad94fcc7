import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'foursquare-client-secret',
    name: 'Foursquare client ID or secret',
    shape: '{base62:48}',
    role: 'secret',
    severity: 'error',
    near: ['foursquare'],
    docs: 'https://docs.foursquare.com',
    revoke: 'Regenerate the secret in the developer console.',
  },
  {
    id: 'foursquare-api-key',
    name: 'Foursquare Places API key',
    shape: 'fsq3{base64:43}=',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.foursquare.com',
    revoke: 'Regenerate the secret in the developer console.',
  },
] satisfies Detector[]
