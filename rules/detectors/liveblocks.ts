import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'liveblocks-secret-key',
    name: 'Liveblocks secret key',
    shape: 'sk_(prod|dev)_{base64url:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://liveblocks.io/docs',
    revoke: 'Roll the key in the dashboard under API keys.',
  },
  {
    id: 'liveblocks-public-key',
    name: 'Liveblocks public key',
    shape: 'pk_(prod|dev)_{base64url:64}',
    role: 'public',
    severity: 'information',
    docs: 'https://liveblocks.io/docs',
    revoke: 'Public by design; nothing to revoke.',
  },
] satisfies Detector[]
