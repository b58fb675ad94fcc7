import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'diffbot-api-token',
    name: 'Diffbot API token',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['diffbot'],
    docs: 'https://docs.diffbot.com',
    revoke: 'Contact Diffbot to replace the token.',
  },
] satisfies Detector[]
