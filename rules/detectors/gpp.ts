import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'gpp-cpassword',
    name: 'Group Policy Preferences cpassword',
    shape: '{base64:16-512}',
    role: 'secret',
    severity: 'error',
    near: ['cpassword'],
    docs: 'https://learn.microsoft.com/security-updates/securitybulletins/2014/ms14-025',
    revoke: 'Change the password; the key of this encryption is published.',
  },
] satisfies Detector[]
