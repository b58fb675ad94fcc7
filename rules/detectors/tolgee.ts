import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'tolgee-personal-access-token',
    name: 'Tolgee personal access token',
    shape: 'tgpat_{base32-lower:48-64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.tolgee.io',
    revoke: "Delete the key in the account's settings.",
  },
  {
    id: 'tolgee-project-api-key',
    name: 'Tolgee project API key',
    shape: 'tgpak_{base32-lower:45-64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.tolgee.io',
    revoke: "Delete the key in the account's settings.",
  },
  {
    id: 'tolgee-any-key',
    name: 'Tolgee API key (any alphabet)',
    shape: 'tgp(at|ak)_{base36-lower:45-64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.tolgee.io',
    revoke: "Delete the key in the account's settings.",
  },
] satisfies Detector[]
