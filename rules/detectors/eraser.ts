import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'eraser-api-token',
    name: 'Eraser API token',
    shape: '{base62:20}',
    role: 'secret',
    severity: 'error',
    near: ['eraser'],
    docs: 'https://docs.eraser.io',
    revoke: "Delete the token in the team's settings.",
  },
] satisfies Detector[]
