import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'infura-api-key',
    name: 'Infura API key or secret',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['infura'],
    docs: 'https://docs.infura.io',
    revoke: 'Delete the key in the dashboard.',
  },
] satisfies Detector[]
