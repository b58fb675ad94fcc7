import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'dwolla-client-secret',
    name: 'Dwolla application key or secret',
    shape: '{[A-Za-z0-9+/_-]:1}{[A-Za-z0-9+/=_-]:27-51}',
    role: 'secret',
    severity: 'error',
    near: ['dwolla'],
    docs: 'https://developers.dwolla.com',
    revoke: "Rotate the application's secret in the dashboard.",
  },
] satisfies Detector[]
