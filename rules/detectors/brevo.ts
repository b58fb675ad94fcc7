import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'brevo-api-key',
    name: 'Brevo API key',
    shape: 'xkeysib-{hex:64}-{base62:16}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.brevo.com/docs/getting-started',
    revoke: 'Delete the key under SMTP & API, API keys.',
  },
  {
    id: 'brevo-smtp-key',
    name: 'Brevo SMTP key',
    shape: 'xsmtpsib-{hex:64}-{base62:16}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.brevo.com/docs/getting-started',
    revoke: 'Delete the key under SMTP & API, API keys.',
  },
] satisfies Detector[]
