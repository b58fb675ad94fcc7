import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'deno-account-token',
    name: 'Deno Deploy personal access token',
    shape: 'ddp_{base62:36}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.deno.com/deploy/',
    revoke: "Revoke the token in the account's settings.",
  },
  {
    id: 'deno-organization-token',
    name: 'Deno Deploy organization access token',
    shape: 'ddo_{base62:36}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.deno.com/deploy/',
    revoke: "Revoke the token in the account's settings.",
  },
] satisfies Detector[]
