import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'linear-api-key',
    name: 'Linear API key',
    shape: 'lin_api_{base62:40}',
    role: 'secret',
    severity: 'error',
    docs: 'https://linear.app/developers',
    revoke: 'Revoke the key under Settings, Security & access.',
  },
  {
    id: 'linear-oauth-token',
    name: 'Linear OAuth access token',
    shape: 'lin_oauth_{hex:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://linear.app/developers',
    revoke: 'Revoke the key under Settings, Security & access.',
  },
  {
    id: 'linear-client-secret',
    name: 'Linear OAuth client secret',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['linear_client', 'linear_secret', 'linear_token', 'linear_key', 'linear_api'],
    docs: 'https://linear.app/developers',
    revoke: 'Revoke the key under Settings, Security & access.',
  },
] satisfies Detector[]
