import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'seam-api-key',
    name: 'Seam API key',
    shape: 'seam_(live|test2|test){base58:1-8}_{base58:20-32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.seam.co',
    revoke: 'Delete the key in the console under API keys.',
  },
  {
    id: 'seam-publishable-key',
    name: 'Seam publishable key',
    shape: 'seam_pk_{base58:5-16}_{base58:20-40}',
    role: 'public',
    severity: 'information',
    docs: 'https://docs.seam.co',
    revoke: 'Public by design; nothing to revoke.',
  },
] satisfies Detector[]
