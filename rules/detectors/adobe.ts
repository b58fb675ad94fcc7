import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'adobe-client-secret',
    name: 'Adobe OAuth client secret',
    shape: 'p8e-{[A-Za-z0-9-]:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.adobe.com/developer-console/docs/guides/',
    revoke: 'Rotate the client secret in the Adobe Developer Console.',
  },
  {
    id: 'adobe-api-key',
    name: 'Adobe client ID or API key',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['adobe'],
    docs: 'https://developer.adobe.com/developer-console/docs/guides/',
    revoke: 'Rotate the client secret in the Adobe Developer Console.',
  },
] satisfies Detector[]
