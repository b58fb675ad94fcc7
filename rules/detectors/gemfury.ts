import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'gemfury-deploy-token',
    name: 'Gemfury deploy token',
    shape: '{base64url:16-36}',
    role: 'secret',
    severity: 'error',
    near: ['gemfury', 'fury.io', 'fury_token'],
    docs: 'https://gemfury.com/help/tokens',
    revoke: "Revoke the token in the account's settings.",
  },
  {
    id: 'gemfury-full-access-token',
    name: 'Gemfury access token in a URL',
    shape: 'https://<{base64url:16-40}>(:{[A-Za-z0-9]:0-36})?@{lower:2-6}.fury.io',
    role: 'secret',
    severity: 'error',
    docs: 'https://gemfury.com/help/tokens',
    revoke: "Revoke the token in the account's settings.",
  },
] satisfies Detector[]
