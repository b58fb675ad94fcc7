import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'huawei-client-secret',
    name: 'Huawei client secret',
    shape: '{hex:64}',
    role: 'secret',
    severity: 'error',
    near: ['huawei', 'hms'],
    docs: 'https://developer.huawei.com/consumer/en/doc/',
    revoke: 'Reset the client secret in AppGallery Connect.',
  },
] satisfies Detector[]
