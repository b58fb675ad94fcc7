import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'deepseek-api-key',
    name: 'DeepSeek API key',
    shape: 'sk-{hex-lower:32}',
    negatives: ['sk-{hex-lower:22}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://api-docs.deepseek.com',
    revoke: 'Delete the key on the API keys page.',
  },
] satisfies Detector[]
