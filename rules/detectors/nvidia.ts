import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'nvidia-api-key',
    name: 'NVIDIA API key',
    shape: 'nvapi-{base64url:60-70}',
    negatives: ['nvapi-{base62:32}', 'nvkey-{base64url:64}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.api.nvidia.com',
    revoke: 'Delete the key at build.nvidia.com.',
  },
] satisfies Detector[]
