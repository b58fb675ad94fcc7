import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'builderio-private-key',
    name: 'Builder.io private API key',
    shape: 'bpk-{hex-lower:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.builder.io/c/docs/api-intro',
    revoke: "Delete the key in the space's settings.",
  },
] satisfies Detector[]
