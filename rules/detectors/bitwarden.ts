import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'bitwarden-client-secret',
    name: 'Bitwarden API client secret',
    shape: '{base62:30}',
    role: 'secret',
    severity: 'error',
    near: ['bw_clientsecret', 'bitwarden'],
    docs: 'https://bitwarden.com/help/personal-api-key/',
    revoke: "Rotate the API key in the account's security settings.",
  },
  {
    id: 'bitwarden-access-token',
    name: 'Bitwarden Secrets Manager access token',
    shape: '0.{hex-lower:8}(-{hex-lower:4}){3}-{hex-lower:12}.{base62:30}:{base64:22}==',
    role: 'secret',
    severity: 'error',
    docs: 'https://bitwarden.com/help/access-tokens/',
    revoke: 'Revoke the access token of the machine account.',
  },
  {
    id: 'bitwarden-uuid-client-secret',
    name: 'Bitwarden API client secret (UUID)',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['bw_clientsecret', 'bitwarden_client_secret'],
    docs: 'https://bitwarden.com/help/personal-api-key/',
    revoke: "Rotate the API key in the account's security settings.",
  },
] satisfies Detector[]
