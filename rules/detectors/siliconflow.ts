import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'siliconflow-api-key',
    name: 'SiliconFlow API key',
    shape: 'sk-{lower:48}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.siliconflow.com',
    revoke: 'Delete the key in the console.',
  },
] satisfies Detector[]
