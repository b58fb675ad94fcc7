import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'daily-api-key',
    name: 'Daily API key',
    shape: '{base62:64}',
    role: 'secret',
    severity: 'error',
    near: ['daily_api', 'daily_key', 'daily_token', 'daily.co', 'daily'],
    docs: 'https://docs.daily.co',
    revoke: 'Regenerate the key in the dashboard under Developers.',
  },
] satisfies Detector[]
