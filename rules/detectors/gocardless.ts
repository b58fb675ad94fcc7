import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'gocardless-access-token',
    name: 'GoCardless access token',
    shape: 'live_{[A-Za-z0-9_=-]:40-42}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.gocardless.com',
    revoke: 'Delete the access token in the dashboard under Developers.',
  },
  {
    id: 'gocardless-sandbox-access-token',
    name: 'GoCardless sandbox access token',
    shape: 'sandbox_{[A-Za-z0-9_=-]:40-42}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://developer.gocardless.com',
    revoke: 'Delete the access token in the dashboard under Developers.',
  },
] satisfies Detector[]
