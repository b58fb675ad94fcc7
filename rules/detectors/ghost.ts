import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'ghost-admin-api-key',
    name: 'Ghost admin API key',
    shape: '{hex:24}:{hex:64}',
    role: 'secret',
    severity: 'error',
    near: ['ghost', 'admin_api'],
    docs: 'https://ghost.org/docs/admin-api/',
    revoke: 'Regenerate the key of the custom integration.',
  },
  {
    id: 'ghost-content-api-key',
    name: 'Ghost content API key',
    shape: '{hex:26}',
    role: 'secret',
    severity: 'warning',
    near: ['ghost', 'content_api'],
    docs: 'https://ghost.org/docs/admin-api/',
    revoke: 'Regenerate the key of the custom integration.',
  },
] satisfies Detector[]
