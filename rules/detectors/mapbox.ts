import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'mapbox-secret-token',
    name: 'Mapbox secret access token',
    shape: 'sk.eyJ{base64url:40-200}.{base64url:20-30}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.mapbox.com/accounts/guides/tokens/',
    revoke: 'Delete the token on the Access tokens page.',
  },
  {
    id: 'mapbox-temporary-token',
    name: 'Mapbox temporary access token',
    shape: 'tk.eyJ{base64url:40-260}.{base64url:20-30}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://docs.mapbox.com/accounts/guides/tokens/',
    revoke: 'Delete the token on the Access tokens page.',
  },
  {
    id: 'mapbox-public-token',
    name: 'Mapbox public access token',
    shape: 'pk.eyJ{base64url:40-200}.{base64url:20-30}',
    role: 'public',
    severity: 'information',
    docs: 'https://docs.mapbox.com/accounts/guides/tokens/',
    revoke: 'Public by design; restrict it to URLs or delete it on the Access tokens page.',
  },
  {
    id: 'mapbox-contextual-token',
    name: 'Mapbox access token',
    shape: '(sk|tk|pk).{[A-Za-z0-9+/=-]:32-128}.{[A-Za-z0-9+/=-]:20-30}',
    role: 'secret',
    severity: 'warning',
    near: ['mapbox'],
    docs: 'https://docs.mapbox.com/accounts/guides/tokens/',
    revoke: 'Delete the token on the Access tokens page.',
  },
] satisfies Detector[]
