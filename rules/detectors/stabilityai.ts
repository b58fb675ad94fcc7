import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'stabilityai-api-key',
    name: 'Stability AI API key',
    shape: 'sk-{base62:48}',
    role: 'secret',
    severity: 'error',
    near: ['stability'],
    docs: 'https://platform.stability.ai/docs',
    revoke: "Delete the key in the account's settings.",
  },
] satisfies Detector[]
