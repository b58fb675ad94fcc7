import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'statsig-server-secret',
    name: 'Statsig server secret key',
    shape: 'secret-{base62:40-48}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.statsig.com',
    revoke: "Rotate the key in the project's settings under Keys & Environments.",
  },
  {
    id: 'statsig-console-key',
    name: 'Statsig console API key',
    shape: 'console-{base62:40-48}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.statsig.com',
    revoke: "Rotate the key in the project's settings under Keys & Environments.",
  },
  {
    id: 'statsig-client-key',
    name: 'Statsig client API key',
    shape: 'client-{base62:40-48}',
    role: 'public',
    severity: 'information',
    docs: 'https://docs.statsig.com',
    revoke: 'Public by design; nothing to revoke.',
  },
] satisfies Detector[]
