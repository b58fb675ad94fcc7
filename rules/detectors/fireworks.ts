import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'fireworks-api-key',
    name: 'Fireworks AI API key',
    shape: 'fw_{base62:24}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.fireworks.ai',
    revoke: "Delete the key in the account's settings.",
  },
] satisfies Detector[]
