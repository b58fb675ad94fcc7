import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'docker-hub-personal-access-token',
    name: 'Docker Hub personal access token',
    shape: 'dckr_pat_{base64url:27}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.docker.com/security/access-tokens/',
    revoke: 'Delete the token under Account settings, Personal access tokens.',
  },
  {
    id: 'docker-hub-organization-access-token',
    name: 'Docker Hub organization access token',
    shape: 'dckr_oat_{base64url:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.docker.com/security/access-tokens/',
    revoke: 'Delete the token under Account settings, Personal access tokens.',
  },
  {
    id: 'docker-swarm-join-token',
    name: 'Docker swarm join token',
    shape: 'SWMTKN-1-{base36-lower:50-60}-{base36-lower:24-30}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.docker.com/engine/swarm/',
    revoke: 'Rotate it with `docker swarm join-token --rotate`.',
  },
  {
    id: 'docker-swarm-unlock-key',
    name: 'Docker swarm unlock key',
    shape: 'SWMKEY-1-{base64:40-50}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.docker.com/engine/swarm/swarm_manager_locking/',
    revoke: 'Rotate it with `docker swarm unlock-key --rotate`.',
  },
] satisfies Detector[]
