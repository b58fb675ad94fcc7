import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'arcjet-key',
    name: 'Arcjet key',
    shape: 'ajkey_{base36-lower:26}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.arcjet.com',
    revoke: 'Rotate the key on the page of the site.',
  },
] satisfies Detector[]
