import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'freshdesk-api-key',
    name: 'Freshdesk API key',
    shape: '{base62:18-22}',
    role: 'secret',
    severity: 'error',
    near: ['freshdesk'],
    docs: 'https://developers.freshdesk.com/api/',
    revoke: "Reset the key in the profile's settings.",
  },
] satisfies Detector[]
