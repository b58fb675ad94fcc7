import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'bitly-access-token',
    name: 'Bitly access token',
    shape: '{hex-lower:40}',
    negatives: ['{hex-lower:38}'],
    role: 'secret',
    severity: 'error',
    near: ['bitly', 'bit.ly'],
    docs: 'https://dev.bitly.com/docs/getting-started/authentication/',
    revoke: 'Disconnect the app or reset the token in the settings under API.',
  },
] satisfies Detector[]
