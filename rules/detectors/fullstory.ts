import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'fullstory-api-key',
    name: 'FullStory API key',
    shape: '(na1|eu1).{base64:20-300}',
    role: 'secret',
    severity: 'error',
    near: ['fullstory', 'fs_api', 'ullstory'],
    docs: 'https://developer.fullstory.com',
    revoke: 'Delete the key in the settings under API Keys.',
  },
] satisfies Detector[]
