import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'alchemy-api-key',
    name: 'Alchemy API key',
    shape: '{base64url:24-64}',
    role: 'secret',
    severity: 'error',
    near: ['alchemy'],
    docs: 'https://www.alchemy.com/docs',
    revoke: 'Rotate the key on the page of the app.',
  },
] satisfies Detector[]
