import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'datastax-application-token',
    name: 'DataStax Astra application token',
    shape: 'AstraCS:{base62:20-120}(:{hex:64})?',
    negatives: ['AstraCS:{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html',
    revoke: "Delete the token in the organization's settings.",
  },
] satisfies Detector[]
