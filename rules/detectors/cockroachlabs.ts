import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'cockroachlabs-api-key',
    name: 'CockroachDB Cloud API key',
    shape: 'CCDB1_{base62:22}_{base62:40}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.cockroachlabs.com/docs/cockroachcloud/managing-access',
    revoke: 'Delete the API key of the service account.',
  },
] satisfies Detector[]
