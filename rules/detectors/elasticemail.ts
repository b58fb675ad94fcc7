import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'elasticemail-api-key',
    name: 'Elastic Email API key',
    shape: '({hex-upper:96}|{hex:8}(-{hex:4}){3}-{hex:12})',
    role: 'secret',
    severity: 'error',
    near: ['elastic_email'],
    docs: 'https://elasticemail.com/developers',
    revoke: 'Delete the key in the settings under API.',
  },
] satisfies Detector[]
