import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'airbrake-key',
    name: 'Airbrake project or user key',
    shape: '({hex-lower:32}|{[A-Za-z0-9-]:40})',
    role: 'secret',
    severity: 'error',
    near: ['airbrake'],
    docs: 'https://docs.airbrake.io',
    revoke: "Regenerate the key in the project's or user's settings.",
  },
] satisfies Detector[]
