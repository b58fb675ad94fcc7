import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'fixer-access-key',
    name: 'Fixer access key',
    shape: '({hex-lower:32}|{base62:32})',
    role: 'secret',
    severity: 'error',
    near: ['fixer', 'fixerio'],
    docs: 'https://fixer.io/documentation',
    revoke: 'Reset the key in the dashboard.',
  },
] satisfies Detector[]
