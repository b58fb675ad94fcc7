import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'gitter-access-token',
    name: 'Gitter access token',
    shape: '{[a-z0-9_-]:40}',
    role: 'secret',
    severity: 'error',
    near: ['gitter'],
    docs: 'https://gitter.im',
    revoke: 'Regenerate the token in the developer settings.',
  },
] satisfies Detector[]
