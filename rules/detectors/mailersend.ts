import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'mailersend-api-token',
    name: 'MailerSend API token',
    shape: 'mlsn.{base62:30-100}',
    negatives: ['mlsn.{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.mailersend.com',
    revoke: 'Delete the token on the Domains page.',
  },
] satisfies Detector[]
