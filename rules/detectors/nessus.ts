import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'nessus-linking-key',
    name: 'Nessus linking or API key',
    shape: '{hex:64}',
    role: 'secret',
    severity: 'error',
    near: ['nessus', 'tenable'],
    docs: 'https://docs.tenable.com',
    revoke: 'Regenerate the linking key in the settings.',
  },
] satisfies Detector[]
