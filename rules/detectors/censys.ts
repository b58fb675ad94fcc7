import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'censys-api-secret',
    name: 'Censys API secret',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['censys'],
    docs: 'https://docs.censys.com',
    revoke: 'Reset the secret in the account under API.',
  },
  {
    id: 'censys-api-id',
    name: 'Censys API ID',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'identifier',
    severity: 'information',
    near: ['censys'],
    pair: 'censys-api-secret',
    docs: 'https://docs.censys.com',
    revoke: 'Reset the secret in the account under API.',
  },
] satisfies Detector[]
