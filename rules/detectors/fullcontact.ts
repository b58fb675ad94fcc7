import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'fullcontact-api-key',
    name: 'FullContact API key',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['fullcontact'],
    docs: 'https://docs.fullcontact.com',
    revoke: 'Delete the key in the dashboard.',
  },
] satisfies Detector[]
