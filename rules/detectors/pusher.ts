import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pusher-app-secret',
    name: 'Pusher Channels app key or secret',
    shape: '{hex:20}',
    role: 'secret',
    severity: 'error',
    near: ['pusher'],
    docs: 'https://pusher.com/docs/channels/',
    revoke: 'Create other app keys on the page of the app and delete these.',
  },
  {
    id: 'pusher-beams-secret',
    name: 'Pusher Beams secret key',
    shape: '{hex-upper:64}',
    role: 'secret',
    severity: 'error',
    near: ['beams', 'pusher'],
    docs: 'https://pusher.com/docs/channels/',
    revoke: 'Create other app keys on the page of the app and delete these.',
  },
] satisfies Detector[]
