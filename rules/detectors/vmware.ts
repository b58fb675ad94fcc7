import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'vmware-viserver-password',
    name: 'VMware PowerCLI password of a command',
    shape: '-{[Pp]:1}assword <{[^"\'`$]:3-60}>',
    role: 'secret',
    severity: 'error',
    near: ['connect-viserver'],
    docs: 'https://developer.broadcom.com/powercli',
    revoke: "Change the account's password.",
  },
] satisfies Detector[]
