import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'gitea-access-token',
    name: 'Gitea access token',
    shape: '{hex:40}',
    role: 'secret',
    severity: 'error',
    near: ['gitea', 'forgejo', 'codeberg'],
    docs: 'https://docs.gitea.com/development/api-usage',
    revoke: 'Delete the token in the settings under Applications.',
  },
] satisfies Detector[]
