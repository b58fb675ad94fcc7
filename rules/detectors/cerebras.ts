import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'cerebras-api-key',
    name: 'Cerebras API key',
    shape: 'csk-{base62:48}',
    negatives: ['csk-{base36-lower:22}', 'bsk-{base36-lower:48}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://inference-docs.cerebras.ai',
    revoke: 'Delete the key in the Cloud console.',
  },
] satisfies Detector[]
