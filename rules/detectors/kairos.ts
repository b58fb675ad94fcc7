import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'kairos-api-key',
    name: 'Kairos API key',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['kairos'],
    docs: 'https://www.kairos.com/docs',
    revoke: 'Delete the key in the dashboard.',
  },
] satisfies Detector[]
