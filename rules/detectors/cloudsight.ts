import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'cloudsight-api-key',
    name: 'CloudSight API key',
    shape: '{base62:20-24}',
    role: 'secret',
    severity: 'error',
    near: ['cloudsight'],
    docs: 'https://cloudsight.ai',
    revoke: 'Delete the key in the account.',
  },
] satisfies Detector[]
