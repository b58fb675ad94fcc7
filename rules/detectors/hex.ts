import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'hex-token',
    name: 'Hex API token',
    shape: 'hxt(p|w)_{hex:96}',
    role: 'secret',
    severity: 'error',
    docs: 'https://learn.hex.tech/docs/api/api-overview',
    revoke: 'Revoke the token in the settings under API keys.',
  },
] satisfies Detector[]
