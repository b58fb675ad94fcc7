import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'iterable-api-key',
    name: 'Iterable API key',
    shape: '({hex:32}|{base62:32-64})',
    role: 'secret',
    severity: 'error',
    near: ['iterable_api', 'iterable_key', 'iterable_token', 'iterable_secret', 'iterable.com'],
    docs: 'https://support.iterable.com',
    revoke: 'Delete the key under Integrations, API Keys.',
  },
] satisfies Detector[]
