import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'currencylayer-access-key',
    name: 'currencylayer access key',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['currencylayer'],
    docs: 'https://currencylayer.com/documentation',
    revoke: 'Reset the key in the dashboard.',
  },
] satisfies Detector[]
