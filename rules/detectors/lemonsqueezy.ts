import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'lemonsqueezy-api-key',
    name: 'Lemon Squeezy API key',
    shape: 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.{base64url:100-500}.{base64url:200-700}',
    role: 'secret',
    severity: 'error',
    near: ['lemon'],
    docs: 'https://docs.lemonsqueezy.com/api',
    revoke: 'Delete the key under Settings, API.',
  },
] satisfies Detector[]
