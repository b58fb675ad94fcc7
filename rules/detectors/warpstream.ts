import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'warpstream-api-key',
    name: 'WarpStream application or agent key',
    shape: 'aks_{hex-lower:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.warpstream.com',
    revoke: 'Delete the key in the console.',
  },
] satisfies Detector[]
