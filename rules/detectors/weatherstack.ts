import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'weatherstack-access-key',
    name: 'weatherstack access key',
    shape: '({hex-lower:32}|{base36-lower:32})',
    role: 'secret',
    severity: 'error',
    near: ['weatherstack'],
    docs: 'https://weatherstack.com/documentation',
    revoke: 'Reset the key in the dashboard.',
  },
] satisfies Detector[]
