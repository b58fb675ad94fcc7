import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'abuseipdb-api-key',
    name: 'AbuseIPDB API key',
    shape: '{hex:80}',
    role: 'secret',
    severity: 'error',
    near: ['abuse_ipdb'],
    docs: 'https://docs.abuseipdb.com',
    revoke: 'Delete the key in the account under API.',
  },
] satisfies Detector[]
