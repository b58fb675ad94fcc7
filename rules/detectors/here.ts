import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'here-api-key',
    name: 'HERE API key',
    shape: '{base64url:43}',
    role: 'secret',
    severity: 'error',
    near: ['here_api', 'here_key', 'here_app', 'here.com', 'here_maps'],
    docs: 'https://www.here.com/docs',
    revoke: 'Delete the key on the page of the app.',
  },
] satisfies Detector[]
