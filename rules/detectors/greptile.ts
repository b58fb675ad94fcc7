import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'greptile-api-key',
    name: 'Greptile API key',
    shape: '{base64:48}',
    role: 'secret',
    severity: 'error',
    near: ['greptile'],
    docs: 'https://www.greptile.com/docs',
    revoke: 'Delete the key in the dashboard.',
  },
] satisfies Detector[]
