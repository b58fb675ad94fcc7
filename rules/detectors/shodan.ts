import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'shodan-api-key',
    name: 'Shodan API key',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['shodan'],
    docs: 'https://developer.shodan.io/api',
    revoke: 'Reset the key on the page of the account.',
  },
] satisfies Detector[]
