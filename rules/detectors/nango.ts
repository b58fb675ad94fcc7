import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'nango-secret-key',
    name: 'Nango secret key',
    shape: '{hex-lower:8}(-{hex-lower:4}){3}-{hex-lower:12}',
    role: 'secret',
    severity: 'error',
    near: ['nango'],
    docs: 'https://docs.nango.dev',
    revoke: "Rotate the key in the environment's settings.",
  },
] satisfies Detector[]
