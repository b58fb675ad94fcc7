import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'polar-personal-access-token',
    name: 'Polar personal access token',
    shape: 'polar_pat_{base64url:20-100}',
    negatives: ['polar_pat_{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://polar.sh/docs',
    revoke: 'Delete the token in the settings.',
  },
  {
    id: 'polar-organization-access-token',
    name: 'Polar organization access token',
    shape: 'polar_oat_{base64url:20-100}',
    negatives: ['polar_oat_{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://polar.sh/docs',
    revoke: 'Delete the token in the settings.',
  },
  {
    id: 'polar-oauth-token',
    name: 'Polar OAuth token',
    shape: 'polar_(at|rt)_(u_|o_)?{base64url:20-100}',
    negatives: ['polar_at_{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://polar.sh/docs',
    revoke: 'Delete the token in the settings.',
  },
] satisfies Detector[]
