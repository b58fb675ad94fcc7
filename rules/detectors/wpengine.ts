import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'wpengine-api-key',
    name: 'WP Engine API password',
    shape: '{base62:24-64}',
    role: 'secret',
    severity: 'error',
    near: ['wp_engine', 'wpe_api', 'wpe_password', 'wpe_key', 'wpe_token'],
    docs: 'https://wpengineapi.com',
    revoke: 'Delete the credentials on the API access page.',
  },
] satisfies Detector[]
