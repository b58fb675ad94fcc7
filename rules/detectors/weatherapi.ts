import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'weatherapi-api-key',
    name: 'WeatherAPI.com API key',
    shape: '({hex-lower:31}|{base62:32})',
    role: 'secret',
    severity: 'error',
    near: ['weather_api'],
    docs: 'https://www.weatherapi.com/docs/',
    revoke: 'Regenerate the key in the dashboard.',
  },
] satisfies Detector[]
