import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'elevenlabs-api-key',
    name: 'ElevenLabs API key',
    shape: 'sk_{hex:48}',
    role: 'secret',
    severity: 'error',
    docs: 'https://elevenlabs.io/docs',
    revoke: 'Delete the key in the profile under API keys.',
  },
] satisfies Detector[]
