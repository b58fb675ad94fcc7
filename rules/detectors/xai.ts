import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'xai-api-key',
    name: 'xAI API key',
    shape: 'xai-{base64url:70-120}',
    negatives: ['xbi-{base62:80}', 'xai-{base62:44}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.x.ai',
    revoke: 'Delete the key in the console.',
  },
] satisfies Detector[]
