import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'jumpcloud-api-key',
    name: 'JumpCloud API key',
    shape: '({hex-lower:40}|{base36-lower:40})',
    role: 'secret',
    severity: 'error',
    near: ['jumpcloud'],
    docs: 'https://docs.jumpcloud.com',
    revoke: "Regenerate the key in the administrator's profile.",
  },
  {
    id: 'jumpcloud-new-api-key',
    name: 'JumpCloud API key (new form)',
    shape: 'jca_{base62:36}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.jumpcloud.com',
    revoke: "Regenerate the key in the administrator's profile.",
  },
] satisfies Detector[]
