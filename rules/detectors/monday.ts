import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'monday-api-token',
    name: 'monday.com API token',
    shape: 'eyJ{base64url:10-200}.eyJ{base64url:50-1000}.{base64url:20-500}',
    role: 'secret',
    severity: 'error',
    near: ['monday'],
    docs: 'https://developer.monday.com',
    revoke: 'Regenerate the token under Developers, My access tokens.',
  },
] satisfies Detector[]
