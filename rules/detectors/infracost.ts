import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'infracost-api-key',
    name: 'Infracost API key',
    shape: 'ico-{base62:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.infracost.io/docs/',
    revoke: "Rotate the key in Infracost Cloud's settings.",
  },
] satisfies Detector[]
