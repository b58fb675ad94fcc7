import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'sslmate-api-key',
    name: 'SSLMate API key',
    shape: 'k{digits:1-5}_{base62:20-32}',
    role: 'secret',
    severity: 'error',
    near: ['sslmate'],
    docs: 'https://sslmate.com/help/',
    revoke: 'Delete the key in the account.',
  },
  {
    id: 'sslmate-legacy-api-key',
    name: 'SSLMate API key (old form)',
    shape: '{base62:36}',
    role: 'secret',
    severity: 'error',
    near: ['sslmate'],
    docs: 'https://sslmate.com/help/',
    revoke: 'Delete the key in the account.',
  },
] satisfies Detector[]
