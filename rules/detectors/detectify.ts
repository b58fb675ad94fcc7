import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'detectify-api-key',
    name: 'Detectify API key',
    shape: '({hex:32}|{hex:8}(-{hex:4}){3}-{hex:12})',
    role: 'secret',
    severity: 'error',
    near: ['detectify'],
    docs: 'https://developer.detectify.com',
    revoke: 'Delete the key in the settings.',
  },
] satisfies Detector[]
