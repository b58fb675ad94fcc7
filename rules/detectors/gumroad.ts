import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'gumroad-access-token',
    name: 'Gumroad access token',
    shape: '({hex-lower:64}|{base64url:43})',
    role: 'secret',
    severity: 'error',
    near: ['gumroad'],
    docs: 'https://gumroad.com/api',
    revoke: 'Delete the application in the advanced settings.',
  },
] satisfies Detector[]
