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
  {
    id: 'snyk-personal-access-token',
    name: 'Snyk personal or service account access token',
    shape: 'snyk_(uat|sat).{base62:8}.{[A-Za-z0-9_.-]:20-200}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.snyk.io/snyk-api/authentication-for-api',
    revoke: 'Revoke the token under Account settings.',
  },
] satisfies Detector[]
