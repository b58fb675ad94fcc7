import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'clearout-api-token',
    name: 'Clearout API token',
    shape: '{base62:28}',
    role: 'secret',
    severity: 'error',
    near: ['clearout'],
    docs: 'https://docs.clearout.io',
    revoke: 'Delete the token on the API page.',
  },
] satisfies Detector[]
