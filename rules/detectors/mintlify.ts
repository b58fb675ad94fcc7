import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'mintlify-api-key',
    name: 'Mintlify API key',
    shape: 'mint_(dsc_)?{base62:24-44}',
    role: 'secret',
    severity: 'error',
    docs: 'https://mintlify.com/docs',
    revoke: 'Delete the key in the dashboard under API keys.',
  },
] satisfies Detector[]
