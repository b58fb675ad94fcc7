import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'novu-secret-key',
    name: 'Novu secret key',
    shape: '{hex-lower:32}',
    role: 'secret',
    severity: 'error',
    near: ['novu'],
    docs: 'https://docs.novu.co',
    revoke: 'Regenerate the key in the settings under API Keys.',
  },
] satisfies Detector[]
