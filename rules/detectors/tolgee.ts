import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'tolgee-personal-access-token',
    name: 'Tolgee API key or personal access token',
    shape: 'tgp(at|ak)_{base36-lower:45-64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.tolgee.io',
    revoke: "Delete the key in the account's settings.",
  },
] satisfies Detector[]
