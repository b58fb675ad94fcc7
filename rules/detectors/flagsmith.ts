import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'flagsmith-server-key',
    name: 'Flagsmith server-side environment key',
    shape: 'ser.{base62:22}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.flagsmith.com',
    revoke: "Delete the key in the environment's or organisation's settings.",
  },
  {
    id: 'flagsmith-organisation-key',
    name: 'Flagsmith organisation API key',
    shape: '{base62:8}.{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['flagsmith'],
    docs: 'https://docs.flagsmith.com',
    revoke: "Delete the key in the environment's or organisation's settings.",
  },
  {
    id: 'flagsmith-user-token',
    name: 'Flagsmith user token or environment key',
    shape: '{hex:40}',
    role: 'secret',
    severity: 'error',
    near: ['flagsmith'],
    docs: 'https://docs.flagsmith.com',
    revoke: "Delete the key in the environment's or organisation's settings.",
  },
] satisfies Detector[]
