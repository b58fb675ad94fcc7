import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'mem0-api-key',
    name: 'Mem0 API key',
    shape: 'm0-{base62:24-44}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.mem0.ai',
    revoke: 'Delete the key in the dashboard.',
  },
] satisfies Detector[]
