import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'helpscout-client-secret',
    name: 'Help Scout app ID or secret',
    shape: '{base62:24-64}',
    role: 'secret',
    severity: 'error',
    near: ['help_scout'],
    docs: 'https://developer.helpscout.com',
    revoke: 'Reset the app secret in the profile under My Apps.',
  },
] satisfies Detector[]
