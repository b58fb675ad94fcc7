import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'flutterwave-secret-key',
    name: 'Flutterwave secret key',
    shape: 'FLWSECK-{hex-lower:32}-X',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.flutterwave.com/docs',
    revoke: 'Regenerate the keys in the dashboard under Settings, API Keys.',
  },
  {
    id: 'flutterwave-test-secret-key',
    name: 'Flutterwave test secret key',
    shape: 'FLWSECK_TEST-{hex-lower:32}-X',
    role: 'secret',
    severity: 'warning',
    docs: 'https://developer.flutterwave.com/docs',
    revoke: 'Regenerate the keys in the dashboard under Settings, API Keys.',
  },
  {
    id: 'flutterwave-encryption-key',
    name: 'Flutterwave encryption key',
    shape: 'FLWSECK(_TEST)?-{[0-9A-Ha-h]:12}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.flutterwave.com/docs',
    revoke: 'Regenerate the keys in the dashboard under Settings, API Keys.',
  },
  {
    id: 'flutterwave-public-key',
    name: 'Flutterwave public key',
    shape: 'FLWPUBK(_TEST)?-{hex-lower:32}-X',
    role: 'public',
    severity: 'information',
    docs: 'https://developer.flutterwave.com/docs',
    revoke: 'Public by design; nothing to revoke.',
  },
] satisfies Detector[]
