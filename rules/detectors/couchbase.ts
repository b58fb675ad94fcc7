import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'couchbase-api-key',
    name: 'Couchbase Capella API key',
    shape: '{base64:60-120}',
    role: 'secret',
    severity: 'error',
    near: ['couchbase', 'capella'],
    docs: 'https://docs.couchbase.com/cloud/management-api-guide/management-api-start.html',
    revoke: "Delete the key in the organization's settings.",
  },
] satisfies Detector[]
