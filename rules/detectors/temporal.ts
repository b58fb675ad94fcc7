import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'temporal-api-key',
    name: 'Temporal Cloud API key',
    shape: 'eyJ{base64url:10-100}.eyJ{base64url:10-300}InRlbXBvcmFsLmlv{base64url:2-300}.{base64url:20-700}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.temporal.io/cloud/api-keys',
    revoke: 'Delete the key under Settings, API Keys.',
  },
] satisfies Detector[]
