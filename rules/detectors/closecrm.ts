import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'closecrm-api-key',
    name: 'Close API key',
    shape: 'api_{base62:18-26}.{base62:18-26}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.close.com',
    revoke: 'Delete the key under Settings, Developer, API keys.',
  },
] satisfies Detector[]
