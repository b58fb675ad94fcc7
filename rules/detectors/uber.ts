import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'uber-server-token',
    name: 'Uber server token',
    shape: '{base64url:36-44}',
    role: 'secret',
    severity: 'error',
    near: ['uber'],
    docs: 'https://developer.uber.com',
    revoke: 'Regenerate the token in the developer dashboard.',
  },
] satisfies Detector[]
