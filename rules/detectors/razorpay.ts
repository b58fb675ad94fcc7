import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'razorpay-key-id',
    name: 'Razorpay live key ID',
    shape: 'rzp_live_{base62:14}',
    role: 'identifier',
    severity: 'warning',
    pair: 'razorpay-key-secret',
    docs: 'https://razorpay.com/docs/api/authentication/',
    revoke: 'Regenerate the key under Account & Settings, API Keys.',
  },
  {
    id: 'razorpay-test-key-id',
    name: 'Razorpay test key ID',
    shape: 'rzp_test_{base62:14}',
    role: 'identifier',
    severity: 'information',
    pair: 'razorpay-key-secret',
    docs: 'https://razorpay.com/docs/api/authentication/',
    revoke: 'Regenerate the key under Account & Settings, API Keys.',
  },
  {
    id: 'razorpay-key-secret',
    name: 'Razorpay key secret',
    shape: '{base62:20-64}',
    role: 'secret',
    severity: 'error',
    near: ['razorpay', 'rzp_live', 'rzp_test'],
    docs: 'https://razorpay.com/docs/api/authentication/',
    revoke: 'Regenerate the key under Account & Settings, API Keys.',
  },
] satisfies Detector[]
