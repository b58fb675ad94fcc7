import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'moralis-api-key',
    name: 'Moralis API key',
    shape: '{base62:64}',
    role: 'secret',
    severity: 'error',
    near: ['moralis'],
    docs: 'https://docs.moralis.com',
    revoke: 'Delete the key in the dashboard.',
  },
] satisfies Detector[]
