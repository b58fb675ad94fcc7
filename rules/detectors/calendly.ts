import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'calendly-personal-access-token',
    name: 'Calendly personal access token',
    shape: 'eyJ{base64url:30-200}.eyJ{base64url:30-1000}.{base64url:20-512}',
    role: 'secret',
    severity: 'error',
    near: ['calendly'],
    docs: 'https://developer.calendly.com',
    revoke: 'Revoke the token under Integrations, API & Webhooks.',
  },
] satisfies Detector[]
