import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'snowflake-programmatic-access-token',
    name: 'Snowflake programmatic access token',
    shape: '({base64url:100-500}|eyJ{base64url:10-300}.eyJ{base64url:10-900}.{base64url:20-700})',
    role: 'secret',
    severity: 'error',
    near: ['snowflake', 'sf_token'],
    docs: 'https://docs.snowflake.com/en/user-guide/programmatic-access-tokens',
    revoke: 'Remove the token with `ALTER USER … REMOVE PROGRAMMATIC ACCESS TOKEN`.',
  },
] satisfies Detector[]
