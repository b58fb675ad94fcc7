import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'thingsboard-access-token',
    name: 'ThingsBoard device or provisioning token',
    shape: '{base62:20}',
    role: 'secret',
    severity: 'error',
    near: ['thingsboard', 'provision_device', 'tb_token'],
    docs: 'https://thingsboard.io/docs/',
    revoke: 'Reset the credentials of the device or device profile.',
  },
] satisfies Detector[]
