import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'zuplo-api-key',
    name: 'Zuplo consumer API key',
    shape: 'zpka_{base36-lower:32}_{hex-lower:8}',
    role: 'secret',
    severity: 'error',
    checksum: 'zuplo',
    docs: 'https://zuplo.com/docs',
    revoke: 'Revoke the key of the consumer in the portal.',
  },
] satisfies Detector[]
