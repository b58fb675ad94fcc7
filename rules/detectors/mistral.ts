import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'mistral-api-key',
    name: 'Mistral AI API key',
    shape: '{base62:32}',
    negatives: ['{base62:28}'],
    role: 'secret',
    severity: 'error',
    near: ['mistral'],
    docs: 'https://docs.mistral.ai',
    revoke: 'Delete the key in the console.',
  },
] satisfies Detector[]
