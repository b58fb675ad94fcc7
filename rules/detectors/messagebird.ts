import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'messagebird-access-key',
    name: 'Bird MessageBird access key',
    shape: '{base62:25}',
    role: 'secret',
    severity: 'error',
    near: ['message_bird'],
    docs: 'https://docs.bird.com',
    revoke: 'Delete the access key in the settings.',
  },
  {
    id: 'messagebird-client-id',
    name: 'Bird MessageBird client ID',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'identifier',
    severity: 'information',
    near: ['message_bird'],
    docs: 'https://docs.bird.com',
    revoke: 'An identifier; delete the access key that belongs to it.',
  },
] satisfies Detector[]
