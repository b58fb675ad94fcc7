import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'mailjet-secret-key',
    name: 'Mailjet API or secret key',
    shape: '{hex-lower:32}',
    role: 'secret',
    severity: 'error',
    near: ['mailjet', 'mj_api'],
    docs: 'https://dev.mailjet.com',
    revoke: "Regenerate the secret key in the account's settings.",
  },
  {
    id: 'mailjet-basic-auth',
    name: 'Mailjet credentials of basic authentication',
    shape: '{base64:87}=',
    role: 'secret',
    severity: 'error',
    near: ['mailjet'],
    docs: 'https://dev.mailjet.com',
    revoke: "Regenerate the secret key in the account's settings.",
  },
  {
    id: 'mailjet-sms-token',
    name: 'Mailjet SMS token',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['mailjet'],
    docs: 'https://dev.mailjet.com',
    revoke: "Regenerate the secret key in the account's settings.",
  },
] satisfies Detector[]
