import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'livekit-api-key',
    name: 'LiveKit API key',
    shape: 'API{base62:12}',
    role: 'identifier',
    severity: 'information',
    near: ['livekit', 'lk_api'],
    pair: 'livekit-api-secret',
    docs: 'https://docs.livekit.io',
    revoke: "Delete the API key in the project's settings.",
  },
  {
    id: 'livekit-api-secret',
    name: 'LiveKit API secret',
    shape: '{base62:43-44}',
    role: 'secret',
    severity: 'error',
    near: ['livekit'],
    docs: 'https://docs.livekit.io',
    revoke: "Delete the API key in the project's settings.",
  },
] satisfies Detector[]
