import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'resend-api-key',
    name: 'Resend API key',
    shape: 're_{base58:8}_{base58:24}',
    role: 'secret',
    severity: 'error',
    docs: 'https://resend.com/docs',
    revoke: 'Delete the key on the page API Keys.',
  },
] satisfies Detector[]
