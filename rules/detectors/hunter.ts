import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'hunter-api-key',
    name: 'Hunter API key',
    shape: '{base62:40}',
    role: 'secret',
    severity: 'error',
    near: ['hunter'],
    docs: 'https://hunter.io/api-documentation',
    revoke: 'Delete the key in the dashboard under API.',
  },
] satisfies Detector[]
