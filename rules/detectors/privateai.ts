import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'privateai-api-key',
    name: 'Private AI API key',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['private_ai', 'limina'],
    docs: 'https://docs.private-ai.com',
    revoke: 'Delete the key in the portal.',
  },
] satisfies Detector[]
