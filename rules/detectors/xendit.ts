import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'xendit-secret-key',
    name: 'Xendit secret key',
    shape: 'xnd_production_{base62:40-72}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.xendit.co',
    revoke: 'Delete the key in the dashboard under Settings, API Keys.',
  },
  {
    id: 'xendit-development-key',
    name: 'Xendit development secret key',
    shape: 'xnd_development_{base62:40-72}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://docs.xendit.co',
    revoke: 'Delete the key in the dashboard under Settings, API Keys.',
  },
  {
    id: 'xendit-public-key',
    name: 'Xendit public key',
    shape: 'xnd_public_(production|development)_{base64url:40-72}',
    role: 'public',
    severity: 'information',
    docs: 'https://docs.xendit.co',
    revoke: 'Public by design; nothing to revoke.',
  },
] satisfies Detector[]
