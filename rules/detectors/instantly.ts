import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'instantly-api-key',
    name: 'Instantly API key',
    shape: '{base64:66}==',
    role: 'secret',
    severity: 'error',
    near: ['instantly'],
    docs: 'https://developer.instantly.ai',
    revoke: "Delete the key in the workspace's settings.",
  },
] satisfies Detector[]
