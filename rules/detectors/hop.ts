import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'hop-project-token',
    name: 'Hop project token',
    shape: 'ptk_{base64url:40-80}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.hop.io',
    revoke: "Delete the token in the project's settings.",
  },
  {
    id: 'hop-personal-access-token',
    name: 'Hop personal access token',
    shape: 'hop_pat_{base64url:20-50}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.hop.io',
    revoke: "Delete the token in the project's settings.",
  },
  {
    id: 'hop-bearer-token',
    name: 'Hop bearer token',
    shape: 'hop_bearer_{base64url:20-80}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.hop.io',
    revoke: "Delete the token in the project's settings.",
  },
] satisfies Detector[]
