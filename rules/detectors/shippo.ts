import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'shippo-live-token',
    name: 'Shippo live token',
    shape: 'shippo_live_{hex:40}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.goshippo.com/docs/guides_general/authentication/',
    revoke: 'Delete the token in the settings under API.',
  },
  {
    id: 'shippo-test-token',
    name: 'Shippo test token',
    shape: 'shippo_test_{hex:40}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://docs.goshippo.com/docs/guides_general/authentication/',
    revoke: 'Delete the token in the settings under API.',
  },
] satisfies Detector[]
