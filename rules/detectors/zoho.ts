import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'zoho-access-token',
    name: 'Zoho OAuth access or refresh token',
    shape: '1000.{hex:32}.{hex:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.zoho.com/accounts/protocol/oauth.html',
    revoke: 'Revoke the token at `https://accounts.zoho.com/oauth/v2/token/revoke`, or reset the client secret.',
  },
  {
    id: 'zoho-client-id',
    name: 'Zoho OAuth client ID',
    shape: '1000.{base62:30}',
    role: 'identifier',
    severity: 'information',
    pair: 'zoho-client-secret',
    docs: 'https://www.zoho.com/accounts/protocol/oauth.html',
    revoke: 'An identifier; reset the client secret that belongs to it.',
  },
  {
    id: 'zoho-client-secret',
    name: 'Zoho OAuth client secret',
    shape: '{hex:42}',
    role: 'secret',
    severity: 'error',
    near: ['zoho', 'zohocrm'],
    docs: 'https://www.zoho.com/accounts/protocol/oauth.html',
    revoke: 'Revoke the token at `https://accounts.zoho.com/oauth/v2/token/revoke`, or reset the client secret.',
  },
] satisfies Detector[]
