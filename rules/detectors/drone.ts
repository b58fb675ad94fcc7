import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'drone-access-token',
    name: 'Drone CI access token',
    shape: '({base62:32}|{hex:33-64})',
    role: 'secret',
    severity: 'error',
    near: ['drone', 'drone_ci'],
    docs: 'https://docs.drone.io',
    revoke: "Rotate the token in the user's account page.",
  },
] satisfies Detector[]
