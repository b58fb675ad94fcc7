import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'tigris-access-key-id',
    name: 'Tigris access key ID',
    shape: 'tid_{word:50}',
    role: 'identifier',
    severity: 'warning',
    pair: 'tigris-secret-access-key',
    docs: 'https://www.tigrisdata.com/docs',
    revoke: 'Delete the access key in the dashboard.',
  },
  {
    id: 'tigris-secret-access-key',
    name: 'Tigris secret access key',
    shape: 'tsec_{[A-Za-z0-9_+-]:70}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.tigrisdata.com/docs',
    revoke: 'Delete the access key in the dashboard.',
  },
] satisfies Detector[]
