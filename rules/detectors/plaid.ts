import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'plaid-access-token',
    name: 'Plaid access token',
    shape: 'access-(production|development)-{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    docs: 'https://plaid.com/docs/api/',
    revoke: 'Rotate the secret in the dashboard under Keys; remove an access token with `/item/remove`.',
  },
  {
    id: 'plaid-sandbox-access-token',
    name: 'Plaid sandbox access token',
    shape: 'access-sandbox-{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://plaid.com/docs/api/',
    revoke: 'Rotate the secret in the dashboard under Keys; remove an access token with `/item/remove`.',
  },
  {
    id: 'plaid-secret',
    name: 'Plaid secret',
    shape: '{base62:30}',
    role: 'secret',
    severity: 'error',
    near: ['plaid'],
    docs: 'https://plaid.com/docs/api/',
    revoke: 'Rotate the secret in the dashboard under Keys; remove an access token with `/item/remove`.',
  },
  {
    id: 'plaid-client-id',
    name: 'Plaid client ID',
    shape: '{base62:24}',
    role: 'identifier',
    severity: 'information',
    near: ['plaid'],
    pair: 'plaid-secret',
    docs: 'https://plaid.com/docs/api/',
    revoke: 'An identifier; rotate the secret that belongs to it.',
  },
] satisfies Detector[]
