import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'volcengine-access-key-id',
    name: 'Volcengine access key ID',
    shape: 'AKLT{base64url:43-48}',
    role: 'identifier',
    severity: 'warning',
    pair: 'volcengine-ark-key',
    docs: 'https://www.volcengine.com/docs',
    revoke: 'Disable the access key in the console under IAM.',
  },
  {
    id: 'volcengine-ark-key',
    name: 'Volcengine Ark API key',
    shape: '{hex-lower:8}(-{hex-lower:4}){3}-{hex-lower:12}',
    role: 'secret',
    severity: 'error',
    near: ['volcengine', 'volcano', 'doubao', 'ark_api'],
    docs: 'https://www.volcengine.com/docs',
    revoke: 'Disable the access key in the console under IAM.',
  },
] satisfies Detector[]
