import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'scale-api-key',
    name: 'Scale AI API key',
    shape: 'live_{hex-lower:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://scale.com/docs',
    revoke: 'Rotate the key in the dashboard under API Key.',
  },
  {
    id: 'scale-callback-auth-key',
    name: 'Scale AI callback auth key',
    shape: 'live_auth_{hex-lower:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://scale.com/docs',
    revoke: 'Rotate the key in the dashboard under API Key.',
  },
  {
    id: 'scale-test-api-key',
    name: 'Scale AI test API key',
    shape: 'test_{hex-lower:32}',
    role: 'secret',
    severity: 'warning',
    near: ['scale'],
    docs: 'https://scale.com/docs',
    revoke: 'Rotate the key in the dashboard under API Key.',
  },
] satisfies Detector[]
