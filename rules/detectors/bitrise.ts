import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'bitrise-access-token',
    name: 'Bitrise access token',
    shape: '{base64url:60-120}',
    role: 'secret',
    severity: 'error',
    near: ['bitrise'],
    docs: 'https://docs.bitrise.io',
    revoke: 'Revoke the token in the security settings.',
  },
] satisfies Detector[]
