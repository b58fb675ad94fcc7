import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'webex-client-secret',
    name: 'Webex integration client secret',
    shape: '{hex:64}',
    role: 'secret',
    severity: 'error',
    near: ['webex'],
    docs: 'https://developer.webex.com/docs',
    revoke: 'Regenerate the client secret on the page of the integration.',
  },
  {
    id: 'webex-access-token',
    name: 'Webex access token',
    shape: '{base64:64}_(PF84|P0A1|PE93)_{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.webex.com/docs',
    revoke: 'Regenerate the client secret on the page of the integration.',
  },
  {
    id: 'webex-integration-token',
    name: 'Webex bot or access token',
    shape: '{base64url:60-70}_{base36-upper:4}_{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['webex'],
    docs: 'https://developer.webex.com/docs',
    revoke: 'Regenerate the client secret on the page of the integration.',
  },
] satisfies Detector[]
