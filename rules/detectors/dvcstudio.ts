import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'dvcstudio-access-token',
    name: 'DVC Studio access token',
    shape: 'isat_{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    docs: 'https://dvc.org/doc/studio',
    revoke: "Regenerate the client token in the user's settings.",
  },
  {
    id: 'dvcstudio-long-access-token',
    name: 'DVC Studio access token (long form)',
    shape: 'isat_{base62:48-52}',
    role: 'secret',
    severity: 'error',
    docs: 'https://dvc.org/doc/studio',
    revoke: "Regenerate the client token in the user's settings.",
  },
] satisfies Detector[]
