import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pirsch-access-key',
    name: 'Pirsch access key',
    shape: 'pa_{base62:32-48}',
    role: 'secret',
    severity: 'error',
    near: ['pirsch'],
    docs: 'https://docs.pirsch.io',
    revoke: 'Delete the client in the settings.',
  },
] satisfies Detector[]
