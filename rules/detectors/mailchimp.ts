import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'mailchimp-api-key',
    name: 'Mailchimp API key',
    shape: '{hex-lower:32}-us{digits:1-3}',
    negatives: ['{hex-lower:31}-us{digits:1}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://mailchimp.com/developer/marketing/guides/quick-start/',
    revoke: 'Disable the key under Profile, Extras, API keys.',
  },
] satisfies Detector[]
