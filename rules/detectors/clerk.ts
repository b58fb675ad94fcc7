import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'clerk-secret-key',
    name: 'Clerk secret key',
    shape: 'sk_(live|test)_{base62:42}',
    role: 'secret',
    severity: 'error',
    near: ['clerk'],
    docs: 'https://clerk.com/docs',
    revoke: 'Delete the secret key in the dashboard under API keys.',
  },
  {
    id: 'clerk-short-secret-key',
    name: 'Clerk secret key (short form)',
    shape: 'sk_(live|test)_{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['clerk'],
    docs: 'https://clerk.com/docs',
    revoke: 'Delete the secret key in the dashboard under API keys.',
  },
] satisfies Detector[]
