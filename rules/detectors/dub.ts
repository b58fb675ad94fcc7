import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'dub-api-key',
    name: 'Dub API key',
    shape: 'dub_{base62:24}',
    role: 'secret',
    severity: 'error',
    docs: 'https://dub.co/docs',
    revoke: "Delete the key in the workspace's settings.",
  },
] satisfies Detector[]
