import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'dependencytrack-api-key',
    name: 'Dependency-Track API key',
    shape: 'odt_{base62:8}_{base62:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.dependencytrack.org',
    revoke: 'Delete the key of the team under Administration, Access Management.',
  },
  {
    id: 'dependencytrack-other-api-key',
    name: 'Dependency-Track API key',
    shape: 'odt_{base62:32-255}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.dependencytrack.org',
    revoke: 'Delete the key of the team under Administration, Access Management.',
  },
] satisfies Detector[]
