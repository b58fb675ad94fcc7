import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'endorlabs-api-key',
    name: 'Endor Labs API key or secret',
    shape: 'endr+{[A-Za-z0-9-]:16}',
    negatives: ['endr-{base36-lower:16}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.endorlabs.com',
    revoke: 'Delete the API key in the settings.',
  },
] satisfies Detector[]
