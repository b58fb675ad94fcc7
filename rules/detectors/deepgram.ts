import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'deepgram-api-key',
    name: 'Deepgram API key',
    shape: '{hex:40}',
    role: 'secret',
    severity: 'error',
    near: ['deepgram', 'dg_api'],
    docs: 'https://developers.deepgram.com',
    revoke: "Delete the key in the project's settings.",
  },
] satisfies Detector[]
