import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'paddle-api-key',
    name: 'Paddle API key',
    shape: 'pdl_live_apikey_{base36-lower:26}_{base62:22}_{base62:3}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.paddle.com',
    revoke: 'Revoke the key under Developer tools, Authentication.',
  },
  {
    id: 'paddle-sandbox-api-key',
    name: 'Paddle sandbox API key',
    shape: 'pdl_sdbx_apikey_{base36-lower:26}_{base62:22}_{base62:3}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://developer.paddle.com',
    revoke: 'Revoke the key under Developer tools, Authentication.',
  },
] satisfies Detector[]
