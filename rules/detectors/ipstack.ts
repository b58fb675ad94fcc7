import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'ipstack-access-key',
    name: 'ipstack access key',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['ipstack'],
    docs: 'https://ipstack.com/documentation',
    revoke: 'Reset the key in the dashboard.',
  },
] satisfies Detector[]
