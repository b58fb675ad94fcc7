import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'stream-api-secret',
    name: 'Stream API secret',
    shape: '{base62:64}',
    role: 'secret',
    severity: 'error',
    near: ['getstream', 'stream_api', 'stream_secret', 'stream_key', 'stream_io'],
    docs: 'https://getstream.io/docs',
    revoke: 'Rotate the secret in the dashboard.',
  },
] satisfies Detector[]
