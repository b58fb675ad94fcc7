import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'positionstack-access-key',
    name: 'positionstack access key',
    shape: '({hex-lower:32}|{base62:32})',
    role: 'secret',
    severity: 'error',
    near: ['positionstack'],
    docs: 'https://positionstack.com/documentation',
    revoke: 'Reset the key in the dashboard.',
  },
] satisfies Detector[]
