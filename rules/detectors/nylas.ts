import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'nylas-api-key',
    name: 'Nylas API key',
    shape: 'nyk_{word:67}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.nylas.com/docs',
    revoke: 'Delete the key in the dashboard under API Keys.',
  },
  {
    id: 'nylas-legacy-api-key',
    name: 'Nylas API key (old form)',
    shape: '{base62:30}',
    role: 'secret',
    severity: 'error',
    near: ['nylas'],
    docs: 'https://developer.nylas.com/docs',
    revoke: 'Delete the key in the dashboard under API Keys.',
  },
] satisfies Detector[]
