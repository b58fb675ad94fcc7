import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'calcom-api-key',
    name: 'Cal.com API key',
    shape: 'cal(_live)?_{base62:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://cal.com/docs',
    revoke: 'Revoke the key under Settings, API keys.',
  },
] satisfies Detector[]
