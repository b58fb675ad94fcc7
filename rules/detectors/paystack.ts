import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'paystack-secret-key',
    name: 'Paystack secret key',
    shape: 'sk_{lower:1-15}_{base36-lower:40}',
    role: 'secret',
    severity: 'error',
    docs: 'https://paystack.com/docs/api/authentication/',
    revoke: 'Generate another secret key in the dashboard under Settings, API Keys.',
  },
  {
    id: 'paystack-test-secret-key',
    name: 'Paystack test secret key',
    shape: 'sk_test_{hex-lower:40}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://paystack.com/docs/api/authentication/',
    revoke: 'Generate another secret key in the dashboard under Settings, API Keys.',
  },
  {
    id: 'paystack-public-key',
    name: 'Paystack public key',
    shape: 'pk_(live|test)_{hex-lower:40}',
    role: 'public',
    severity: 'information',
    docs: 'https://paystack.com/docs/api/authentication/',
    revoke: 'Public by design; nothing to revoke.',
  },
  {
    id: 'paystack-live-secret-key',
    name: 'Paystack secret key',
    shape: 'sk_live_{hex-lower:40}',
    role: 'secret',
    severity: 'error',
    near: ['paystack'],
    docs: 'https://paystack.com/docs/api/authentication/',
    revoke: 'Generate another secret key in the dashboard under Settings, API Keys.',
  },
] satisfies Detector[]
