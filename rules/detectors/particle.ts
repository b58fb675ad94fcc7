import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'particle-access-token',
    name: 'Particle access token',
    shape: '({hex:40}|{base62:40})',
    role: 'secret',
    severity: 'error',
    near: ['particle'],
    docs: 'https://docs.particle.io',
    revoke: 'Delete the token with `particle token revoke`.',
  },
] satisfies Detector[]
