import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'kimi-api-key',
    name: 'Moonshot AI (Kimi) API key',
    shape: 'sk-{base64url:48}',
    negatives: ['sk-{base62:20}'],
    role: 'secret',
    severity: 'error',
    near: ['kimi', 'moonshot'],
    docs: 'https://platform.moonshot.ai/docs',
    revoke: 'Delete the key in the console.',
  },
] satisfies Detector[]
