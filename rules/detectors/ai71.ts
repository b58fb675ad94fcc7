import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'ai71-api-key',
    name: 'AI71 API key',
    shape: 'ai71-api-{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    docs: 'https://ai71.ai',
    revoke: "Delete the key in the account's settings.",
  },
] satisfies Detector[]
