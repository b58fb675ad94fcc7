import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'ringcentral-client-secret',
    name: 'RingCentral client ID or secret',
    shape: '{base64url:22}',
    role: 'secret',
    severity: 'error',
    near: ['ring_central', 'rc_client'],
    docs: 'https://developers.ringcentral.com',
    revoke: 'Regenerate the client secret in the developer console.',
  },
] satisfies Detector[]
