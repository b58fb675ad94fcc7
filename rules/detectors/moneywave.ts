import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'moneywave-api-key',
    name: 'Moneywave API key or secret',
    shape: '(ts|lv)_{base36-upper:28-34}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.flutterwave.com/docs',
    revoke: 'Regenerate the key in the dashboard.',
  },
] satisfies Detector[]
