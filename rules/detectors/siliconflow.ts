import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'siliconflow-api-key',
    name: 'SiliconFlow API key',
    shape: 'sk-{base62:48}',
    role: 'secret',
    severity: 'error',
    near: ['siliconflow', 'silicon_flow'],
    docs: 'https://docs.siliconflow.com',
    revoke: 'Delete the key on the page API Keys.',
  },
] satisfies Detector[]
