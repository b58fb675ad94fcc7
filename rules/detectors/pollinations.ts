import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pollinations-secret-key',
    name: 'Pollinations secret key',
    shape: 'sk_{base62:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://pollinations.ai',
    revoke: 'Delete the key in the dashboard.',
  },
  {
    id: 'pollinations-publishable-key',
    name: 'Pollinations publishable key',
    shape: 'pk_{base62:16}',
    role: 'public',
    severity: 'information',
    docs: 'https://pollinations.ai',
    revoke: 'Public by design; nothing to revoke.',
  },
] satisfies Detector[]
