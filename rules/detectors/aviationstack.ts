import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'aviationstack-access-key',
    name: 'aviationstack access key',
    shape: '({hex-lower:32}|{base62:32})',
    role: 'secret',
    severity: 'error',
    near: ['aviationstack'],
    docs: 'https://aviationstack.com/documentation',
    revoke: 'Reset the key in the dashboard.',
  },
] satisfies Detector[]
