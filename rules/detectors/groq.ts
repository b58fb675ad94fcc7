import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'groq-api-key',
    name: 'Groq API key',
    shape: 'gsk_{base62:52}',
    role: 'secret',
    severity: 'error',
    docs: 'https://console.groq.com/docs/',
    revoke: 'Delete the key in the console under API Keys.',
  },
] satisfies Detector[]
