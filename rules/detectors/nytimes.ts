import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'nytimes-api-key',
    name: 'The New York Times API key',
    shape: '{base64url:1}{[A-Za-z0-9_=-]:31}',
    role: 'secret',
    severity: 'error',
    near: ['nytimes', 'new_york_times'],
    docs: 'https://developer.nytimes.com',
    revoke: 'Delete the app on the developer portal.',
  },
] satisfies Detector[]
