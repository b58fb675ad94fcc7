import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'okta-api-token',
    name: 'Okta API token',
    shape: '00{base64url:40}',
    role: 'secret',
    severity: 'error',
    near: ['okta', 'ssws'],
    docs: 'https://developer.okta.com/docs/guides/create-an-api-token/main/',
    revoke: 'Revoke the token in the Admin Console under Security, API, Tokens.',
  },
] satisfies Detector[]
