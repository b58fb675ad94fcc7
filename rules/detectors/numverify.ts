import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'numverify-access-key',
    name: 'numverify access key',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['numverify'],
    docs: 'https://numverify.com/documentation',
    revoke: 'Reset the key in the dashboard.',
  },
] satisfies Detector[]
