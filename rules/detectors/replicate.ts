import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'replicate-api-token',
    name: 'Replicate API token',
    shape: 'r8_{base62:37}',
    role: 'secret',
    severity: 'error',
    docs: 'https://replicate.com/docs/topics/security/api-tokens',
    revoke: "Disable the token in the account's settings under API tokens.",
  },
] satisfies Detector[]
