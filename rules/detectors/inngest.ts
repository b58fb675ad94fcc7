import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'inngest-signing-key',
    name: 'Inngest signing key',
    shape: 'signkey-{[a-z0-9_-]:1-60}-{hex-lower:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.inngest.com/docs',
    revoke: "Rotate the key in the environment's settings.",
  },
  {
    id: 'inngest-event-key',
    name: 'Inngest event key',
    shape: '{base64url:86}',
    role: 'secret',
    severity: 'error',
    near: ['inngest'],
    docs: 'https://www.inngest.com/docs',
    revoke: "Rotate the key in the environment's settings.",
  },
] satisfies Detector[]
