import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'klaviyo-private-key',
    name: 'Klaviyo private API key',
    shape: 'pk_{hex-lower:34}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.klaviyo.com',
    revoke: 'Delete the key under Settings, API keys.',
  },
  {
    id: 'klaviyo-contextual-private-key',
    name: 'Klaviyo private API key',
    shape: 'pk_{base62:34}',
    role: 'secret',
    severity: 'error',
    near: ['klaviyo'],
    docs: 'https://developers.klaviyo.com',
    revoke: 'Delete the key under Settings, API keys.',
  },
] satisfies Detector[]
