import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'mailgun-api-key',
    name: 'Mailgun API key',
    shape: 'key-{hex-lower:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://documentation.mailgun.com/docs/mailgun/api-reference/api-overview',
    revoke: 'Delete the key in the Control Panel under API security.',
  },
  {
    id: 'mailgun-new-api-key',
    name: 'Mailgun API key (new form)',
    shape: '{hex-lower:32}-{hex-lower:8}-{hex-lower:8}',
    role: 'secret',
    severity: 'error',
    near: ['mailgun'],
    docs: 'https://documentation.mailgun.com/docs/mailgun/api-reference/api-overview',
    revoke: 'Delete the key in the Control Panel under API security.',
  },
  {
    id: 'mailgun-public-validation-key',
    name: 'Mailgun public validation key',
    shape: 'pubkey-{hex-lower:32}',
    role: 'public',
    severity: 'information',
    near: ['mailgun'],
    docs: 'https://documentation.mailgun.com/docs/mailgun/api-reference/api-overview',
    revoke: 'Public by design; it can only validate addresses.',
  },
  {
    id: 'mailgun-webhook-signing-key',
    name: 'Mailgun signing key or API key',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['mailgun'],
    docs: 'https://documentation.mailgun.com/docs/mailgun/api-reference/api-overview',
    revoke: 'Delete the key in the Control Panel under API security.',
  },
] satisfies Detector[]
