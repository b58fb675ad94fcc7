import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pendo-integration-key',
    name: 'Pendo integration key',
    shape: '({hex:8}(-{hex:4}){3}-{hex:12}(.us|.eu)?|{base62:32-64})',
    role: 'secret',
    severity: 'error',
    near: ['pendo'],
    docs: 'https://developers.pendo.io',
    revoke: 'Revoke the key in the settings under Integrations.',
  },
] satisfies Detector[]
