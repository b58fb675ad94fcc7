import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'runway-api-key',
    name: 'Runway API key',
    shape: 'key_{hex:128}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.dev.runwayml.com',
    revoke: 'Disable the key in the developer portal.',
  },
] satisfies Detector[]
