import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'zai-api-key',
    name: 'Z.ai or Zhipu BigModel API key',
    shape: '{hex:32}.{base62:16}',
    role: 'secret',
    severity: 'error',
    near: ['z_ai', 'glm', 'zlm', 'zhipu', 'bigmodel'],
    docs: 'https://docs.z.ai',
    revoke: 'Delete the key on the API keys page.',
  },
] satisfies Detector[]
