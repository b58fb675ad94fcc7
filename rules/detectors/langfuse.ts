import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'langfuse-secret-key',
    name: 'Langfuse secret key',
    shape: 'sk-lf-{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    docs: 'https://langfuse.com/docs',
    revoke: "Delete the API key in the project's settings.",
  },
  {
    id: 'langfuse-public-key',
    name: 'Langfuse public key',
    shape: 'pk-lf-{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'public',
    severity: 'information',
    docs: 'https://langfuse.com/docs',
    revoke: "Public by design; delete the key pair in the project's settings.",
  },
] satisfies Detector[]
