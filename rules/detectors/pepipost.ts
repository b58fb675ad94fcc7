import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pepipost-api-key',
    name: 'Pepipost API key',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['pepipost'],
    docs: 'https://developers.pepipost.com',
    revoke: 'Delete the key in the settings.',
  },
] satisfies Detector[]
