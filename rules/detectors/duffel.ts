import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'duffel-live-token',
    name: 'Duffel live token',
    shape: 'duffel_live_{[A-Za-z0-9_=-]:43}',
    role: 'secret',
    severity: 'error',
    docs: 'https://duffel.com/docs',
    revoke: 'Delete the token in the dashboard under Developers, Access tokens.',
  },
  {
    id: 'duffel-test-token',
    name: 'Duffel test token',
    shape: 'duffel_test_{[A-Za-z0-9_=-]:43}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://duffel.com/docs',
    revoke: 'Delete the token in the dashboard under Developers, Access tokens.',
  },
] satisfies Detector[]
