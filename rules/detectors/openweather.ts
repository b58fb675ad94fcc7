import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'openweather-api-key',
    name: 'OpenWeather API key',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['open_weather', 'pyowm', 'owm', 'appid='],
    docs: 'https://openweathermap.org/appid',
    revoke: 'Delete the key on the API keys page.',
  },
] satisfies Detector[]
