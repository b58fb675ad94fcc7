import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'lmstudio-api-token',
    name: 'LM Studio API token',
    shape: 'sk-lm-{base62:8}:{base62:20}',
    role: 'secret',
    severity: 'error',
    docs: 'https://lmstudio.ai/docs/developer/core/authentication',
    revoke: "Delete the token in the server's settings.",
  },
] satisfies Detector[]
