import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'npm-access-token',
    name: 'npm access token',
    shape: 'npm_{base62:30}{crc32}',
    role: 'secret',
    severity: 'error',
    checksum: 'npm',
    docs: 'https://docs.npmjs.com/about-access-tokens',
    revoke: 'Delete the token with `npm token revoke` or on the Access Tokens page.',
  },
  {
    id: 'npm-legacy-access-token',
    name: 'npm access token (old form)',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['_authtoken', 'npm_token', 'npm_auth_token', 'npm_access'],
    docs: 'https://docs.npmjs.com/about-access-tokens',
    revoke: 'Delete the token with `npm token revoke` or on the Access Tokens page.',
  },
  {
    id: 'npm-registry-auth',
    name: 'npm registry password or credentials (base64)',
    shape: '{base64:16-600}',
    role: 'secret',
    severity: 'error',
    near: [':_auth', ':_password', 'npm_config__auth'],
    docs: 'https://docs.npmjs.com/cli/configuring-npm/npmrc',
    revoke: "Change the password of the registry's account.",
  },
] satisfies Detector[]
