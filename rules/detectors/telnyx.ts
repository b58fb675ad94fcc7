import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'telnyx-api-key',
    name: 'Telnyx API key',
    shape: 'KEY{base64url:55}',
    role: 'secret',
    severity: 'error',
    near: ['telnyx'],
    docs: 'https://developers.telnyx.com',
    revoke: 'Delete the key in the portal under API Keys.',
  },
] satisfies Detector[]
