import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'clerk-secret-key',
    name: 'Clerk secret key',
    shape: 'sk_(live|test)_{base62:32-64}',
    role: 'secret',
    severity: 'error',
    near: ['clerk'],
    docs: 'https://clerk.com/docs',
    revoke: 'Delete the secret key in the dashboard under API keys.',
  },
] satisfies Detector[]
