import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'mandrill-api-key',
    name: 'Mandrill API key',
    shape: '{base64url:22}',
    role: 'secret',
    severity: 'error',
    near: ['mandrill'],
    docs: 'https://mailchimp.com/developer/transactional/guides/quick-start/',
    revoke: 'Disable the key under Settings, SMTP & API Info.',
  },
  {
    id: 'mandrill-new-api-key',
    name: 'Mandrill API key (new form)',
    shape: 'md-{base64url:22}',
    role: 'secret',
    severity: 'error',
    near: ['mandrill', 'transactional'],
    docs: 'https://mailchimp.com/developer/transactional/guides/quick-start/',
    revoke: 'Disable the key under Settings, SMTP & API Info.',
  },
] satisfies Detector[]
