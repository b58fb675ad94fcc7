import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'yousign-api-key',
    name: 'Yousign API key',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['yousign'],
    docs: 'https://developers.yousign.com',
    revoke: 'Delete the key in the app under API keys.',
  },
] satisfies Detector[]
