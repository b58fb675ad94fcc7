import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'meraki-api-key',
    name: 'Cisco Meraki API key',
    shape: '{hex-lower:40}',
    negatives: ['{base36-lower:38}'],
    role: 'secret',
    severity: 'error',
    near: ['meraki', 'cisco_meraki'],
    docs: 'https://developer.cisco.com/meraki/api-v1/',
    revoke: 'Revoke the key in the profile on the dashboard.',
  },
] satisfies Detector[]
