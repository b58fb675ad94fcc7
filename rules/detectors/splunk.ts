import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'splunk-hec-token',
    name: 'Splunk HTTP Event Collector token',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['splunk', 'hec_token'],
    docs: 'https://help.splunk.com/en/splunk-enterprise',
    revoke: 'Delete the token in Splunk Web under Settings.',
  },
] satisfies Detector[]
