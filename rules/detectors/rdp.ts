import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'rdp-password',
    name: 'Remote Desktop saved password',
    shape: 'password 51:b:<{hex:64-1024}>',
    role: 'secret',
    severity: 'error',
    docs: 'https://learn.microsoft.com/windows-server/remote/remote-desktop-services/clients/rdp-files',
    revoke: 'Change the password of the account.',
  },
] satisfies Detector[]
