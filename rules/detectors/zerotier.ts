import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'zerotier-api-token',
    name: 'ZeroTier API token',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['zerotier'],
    docs: 'https://docs.zerotier.com',
    revoke: "Delete the token in the account's settings.",
  },
] satisfies Detector[]
