import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'here-api-key',
    name: 'HERE API key',
    shape: '{base64url:43}',
    role: 'secret',
    severity: 'error',
    near: ['here_', 'hereapi', 'here-api', 'here.com'],
    docs: 'https://www.here.com/docs',
    revoke: 'Delete the key on the page of the app.',
  },
] satisfies Detector[]
