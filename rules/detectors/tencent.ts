import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'tencent-secret-id',
    name: 'Tencent Cloud secret ID',
    shape: 'AKID{base62:32}',
    role: 'identifier',
    severity: 'warning',
    pair: 'tencent-secret-key',
    docs: 'https://www.tencentcloud.com/document',
    revoke: 'Disable the key in the console under CAM, then delete it.',
  },
  {
    id: 'tencent-secret-key',
    name: 'Tencent Cloud secret key',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['tencent', 'qcloud', 'akid'],
    docs: 'https://www.tencentcloud.com/document',
    revoke: 'Disable the key in the console under CAM, then delete it.',
  },
] satisfies Detector[]
