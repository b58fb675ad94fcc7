import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'mastra-api-key',
    name: 'Mastra API key',
    shape: 'msk_{base62:32}({base62:16})?({base62:16})?',
    role: 'secret',
    severity: 'error',
    docs: 'https://mastra.ai/docs',
    revoke: 'Delete the key in the dashboard.',
  },
] satisfies Detector[]
