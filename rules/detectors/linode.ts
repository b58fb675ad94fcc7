import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'linode-personal-access-token',
    name: 'Linode personal access token',
    shape: '{hex:64}',
    role: 'secret',
    severity: 'error',
    near: ['linode'],
    docs: 'https://techdocs.akamai.com/linode-api/reference/get-started',
    revoke: 'Revoke the token in the profile under API Tokens.',
  },
] satisfies Detector[]
