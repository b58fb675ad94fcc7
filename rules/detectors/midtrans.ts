import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'midtrans-server-key',
    name: 'Midtrans server key',
    shape: 'Mid-server-{base64url:10-30}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.midtrans.com',
    revoke: 'Contact Midtrans; the keys are under Settings, Access Keys.',
  },
  {
    id: 'midtrans-sandbox-server-key',
    name: 'Midtrans sandbox server key',
    shape: 'SB-Mid-server-{base64url:10-30}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://docs.midtrans.com',
    revoke: 'Contact Midtrans; the keys are under Settings, Access Keys.',
  },
  {
    id: 'midtrans-client-key',
    name: 'Midtrans client key',
    shape: '(SB-)?Mid-client-{base64url:10-30}',
    role: 'public',
    severity: 'information',
    docs: 'https://docs.midtrans.com',
    revoke: 'Public by design; nothing to revoke.',
  },
] satisfies Detector[]
