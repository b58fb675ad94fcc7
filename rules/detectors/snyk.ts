import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'snyk-api-token',
    name: 'Snyk API token',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['snyk'],
    docs: 'https://docs.snyk.io/snyk-api/authentication-for-api',
    revoke: 'Revoke the key under Account settings.',
  },
] satisfies Detector[]
