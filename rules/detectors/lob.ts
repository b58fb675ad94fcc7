import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'lob-live-key',
    name: 'Lob live API key',
    shape: 'live_{hex:35}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.lob.com',
    revoke: 'Delete the key in the dashboard under API Keys.',
  },
  {
    id: 'lob-test-key',
    name: 'Lob test API key',
    shape: 'test_{hex:35}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://docs.lob.com',
    revoke: 'Delete the key in the dashboard under API Keys.',
  },
  {
    id: 'lob-publishable-key',
    name: 'Lob publishable key',
    shape: '(live|test)_pub_{hex:31}',
    role: 'public',
    severity: 'information',
    docs: 'https://docs.lob.com',
    revoke: 'Public by design; nothing to revoke.',
  },
] satisfies Detector[]
