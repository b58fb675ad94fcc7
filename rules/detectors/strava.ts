import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'strava-client-secret',
    name: 'Strava client secret or access token',
    shape: '{hex-lower:40}',
    role: 'secret',
    severity: 'error',
    near: ['strava'],
    docs: 'https://developers.strava.com',
    revoke: 'Regenerate the client secret in the settings of the API application.',
  },
] satisfies Detector[]
