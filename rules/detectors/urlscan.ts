import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'urlscan-api-key',
    name: 'urlscan.io API key',
    shape: '({hex:8}(-{hex:4}){3}-{hex:12}|{base62:32}|{base62:36})',
    role: 'secret',
    severity: 'error',
    near: ['urlscan'],
    docs: 'https://docs.urlscan.io',
    revoke: 'Delete the key in the settings.',
  },
] satisfies Detector[]
