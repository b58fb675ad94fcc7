import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'clearbit-api-key',
    name: 'Clearbit API key',
    shape: 'sk_{hex-lower:32}',
    role: 'secret',
    severity: 'error',
    near: ['clearbit'],
    docs: 'https://clearbit.com/docs',
    revoke: 'Roll the key in the dashboard under API.',
  },
  {
    id: 'clearbit-any-api-key',
    name: 'Clearbit API key (any alphabet)',
    shape: '{word:35}',
    role: 'secret',
    severity: 'error',
    near: ['clearbit'],
    docs: 'https://clearbit.com/docs',
    revoke: 'Roll the key in the dashboard under API.',
  },
] satisfies Detector[]
