import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'browseruse-api-key',
    name: 'Browser Use API key',
    shape: 'bu_{base64url:42-46}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.browser-use.com',
    revoke: 'Delete the key in the dashboard.',
  },
] satisfies Detector[]
