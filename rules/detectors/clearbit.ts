import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'clearbit-api-key',
    name: 'Clearbit API key',
    shape: '{word:35}',
    role: 'secret',
    severity: 'error',
    near: ['clearbit'],
    docs: 'https://clearbit.com/docs',
    revoke: 'Roll the key in the dashboard under API.',
  },
] satisfies Detector[]
