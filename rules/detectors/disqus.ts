import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'disqus-api-secret',
    name: 'Disqus API key or secret',
    shape: '{base62:64}',
    role: 'secret',
    severity: 'error',
    near: ['disqus'],
    docs: 'https://disqus.com/api/docs/',
    revoke: 'Reset the secret on the page of the application.',
  },
] satisfies Detector[]
