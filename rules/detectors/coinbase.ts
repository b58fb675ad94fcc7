import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'coinbase-cdp-key-name',
    name: 'Coinbase CDP API key name',
    shape: 'organizations/{hex-lower:8}(-{hex-lower:4}){3}-{hex-lower:12}/apiKeys/{hex-lower:8}(-{hex-lower:4}){3}-{hex-lower:12}',
    role: 'identifier',
    severity: 'warning',
    docs: 'https://docs.cdp.coinbase.com/',
    revoke: 'Delete the key in the developer platform under API keys.',
  },
  {
    id: 'coinbase-access-token',
    name: 'Coinbase access token',
    shape: '{base64url:64}',
    role: 'secret',
    severity: 'error',
    near: ['coinbase'],
    docs: 'https://docs.cdp.coinbase.com/',
    revoke: 'Delete the key in the developer platform under API keys.',
  },
  {
    id: 'coinbase-api-key',
    name: 'Coinbase API key or secret',
    shape: '{[A-Za-z0-9-]:32}',
    role: 'secret',
    severity: 'error',
    near: ['coinbase'],
    docs: 'https://docs.cdp.coinbase.com/',
    revoke: 'Delete the key in the developer platform under API keys.',
  },
] satisfies Detector[]
