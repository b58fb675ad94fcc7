import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'localstack-access-key-id',
    name: 'LocalStack simulated AWS access key ID',
    shape: 'L(KIA|SIA){base36-upper:16-20}',
    role: 'identifier',
    severity: 'information',
    docs: 'https://docs.localstack.cloud',
    revoke: 'A simulated key; it opens nothing outside LocalStack.',
  },
] satisfies Detector[]
