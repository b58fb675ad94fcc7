import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'truenas-api-key',
    name: 'TrueNAS API key',
    shape: '{digits:1-30}-{base62:64}',
    role: 'secret',
    severity: 'error',
    near: ['true_nas', 'api_key', 'bearer', 'login_with_api_key'],
    docs: 'https://www.truenas.com/docs/',
    revoke: 'Delete the key in the settings under API Keys.',
  },
] satisfies Detector[]
