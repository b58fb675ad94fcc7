import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'coinlayer-access-key',
    name: 'coinlayer access key',
    shape: '({hex-lower:32}|{base62:32})',
    role: 'secret',
    severity: 'error',
    near: ['coinlayer'],
    docs: 'https://coinlayer.com/documentation',
    revoke: 'Reset the key in the dashboard.',
  },
] satisfies Detector[]
