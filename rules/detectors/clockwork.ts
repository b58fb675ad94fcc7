import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'clockwork-api-key',
    name: 'Clockwork SMS API key',
    shape: '{hex:40}',
    role: 'secret',
    severity: 'error',
    near: ['clockwork'],
    docs: 'https://www.clockworksms.com',
    revoke: 'Delete the key in the account.',
  },
] satisfies Detector[]
