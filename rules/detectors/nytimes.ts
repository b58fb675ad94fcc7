import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'nytimes-api-key',
    name: 'The New York Times API key',
    shape: '{[A-Za-z0-9=_-]:32}',
    role: 'secret',
    severity: 'error',
    near: ['nytimes', 'new_york_times'],
    docs: 'https://developer.nytimes.com',
    revoke: 'Delete the app on the developer portal.',
  },
] satisfies Detector[]
