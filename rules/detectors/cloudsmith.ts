import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'cloudsmith-api-key',
    name: 'Cloudsmith API key',
    shape: 'csa_{hex-lower:30}{base62:6}',
    negatives: ['csb_{hex-lower:30}{base62:6}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.cloudsmith.com',
    revoke: "Refresh the key in the account's settings under API Key.",
  },
] satisfies Detector[]
