import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'cisco-type-7-password',
    name: 'Cisco IOS type 7 password',
    shape: '(password|key|secret) 7 <{hex-upper:6-80}>',
    role: 'secret',
    severity: 'warning',
    docs: 'https://www.cisco.com/c/en/us/support/index.html',
    revoke: 'Change the password on the device.',
  },
  {
    id: 'cisco-type-5-password',
    name: 'Cisco IOS type 5 password',
    shape: '(secret|password) 5 <$1${[A-Za-z0-9./]:4}${[A-Za-z0-9./]:22}>',
    role: 'secret',
    severity: 'warning',
    docs: 'https://www.cisco.com/c/en/us/support/index.html',
    revoke: 'Change the password on the device.',
  },
  {
    id: 'cisco-enable-password',
    name: 'Cisco IOS enable password',
    shape: 'enable (password|secret) (level {digits:1-2} )?({digits:1} )?<{[^ ]:4-128}>',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.cisco.com/c/en/us/support/index.html',
    revoke: 'Change the password on the device.',
  },
  {
    id: 'cisco-snmp-community',
    name: 'Cisco IOS SNMP community string',
    shape: 'snmp-server community <{[^ ]:3-64}> R(O|W)',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.cisco.com/c/en/us/support/index.html',
    revoke: 'Change the password on the device.',
  },
] satisfies Detector[]
