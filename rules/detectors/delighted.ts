import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'delighted-api-key',
    name: 'Delighted API key',
    shape: '{base62:20-40}',
    role: 'secret',
    severity: 'error',
    near: ['delighted'],
    docs: 'https://app.delighted.com/docs/api',
    revoke: 'Regenerate the key in the settings under API.',
  },
] satisfies Detector[]
