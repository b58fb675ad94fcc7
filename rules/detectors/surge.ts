import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'surge-deploy-token',
    name: 'Surge deploy token',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['surge_token', 'surge'],
    docs: 'https://surge.sh/help/',
    revoke: 'Log out with `surge logout`, or change the password.',
  },
] satisfies Detector[]
