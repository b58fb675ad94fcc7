import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'permitio-api-key',
    name: 'Permit.io API key',
    shape: 'permit_key_{base62:85-86}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.permit.io',
    revoke: 'Delete the key in the settings under API Keys.',
  },
] satisfies Detector[]
