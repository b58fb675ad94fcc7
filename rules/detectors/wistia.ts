import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'wistia-api-token',
    name: 'Wistia API token',
    shape: '{hex:64}',
    role: 'secret',
    severity: 'error',
    near: ['wistia'],
    docs: 'https://docs.wistia.com',
    revoke: "Delete the token in the account's settings under API access.",
  },
] satisfies Detector[]
