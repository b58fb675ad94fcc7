import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'workos-api-key',
    name: 'WorkOS API key',
    shape: 'sk_live_a2V5X{base64:40-90}',
    role: 'secret',
    severity: 'error',
    docs: 'https://workos.com/docs',
    revoke: 'Delete the key in the dashboard under API Keys.',
  },
  {
    id: 'workos-test-api-key',
    name: 'WorkOS test API key',
    shape: 'sk_test_a2V5X{base64:40-90}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://workos.com/docs',
    revoke: 'Delete the key in the dashboard under API Keys.',
  },
] satisfies Detector[]
