import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'clay-api-key',
    name: 'Clay API key',
    shape: '{hex:20}',
    role: 'secret',
    severity: 'error',
    near: ['clay'],
    docs: 'https://www.clay.com',
    revoke: 'Delete the key in the settings.',
  },
] satisfies Detector[]
