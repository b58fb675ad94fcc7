import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'sendgrid-api-key',
    name: 'SendGrid API key',
    shape: 'SG.{[A-Za-z0-9_.=-]:66}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
    revoke: 'Delete the key under Settings, API Keys.',
  },
] satisfies Detector[]
