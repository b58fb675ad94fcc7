import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'signifyd-api-key',
    name: 'Signifyd API key',
    shape: '{base62:24-32}',
    role: 'secret',
    severity: 'error',
    near: ['signifyd'],
    docs: 'https://docs.signifyd.com',
    revoke: "Delete the key in the team's settings.",
  },
] satisfies Detector[]
