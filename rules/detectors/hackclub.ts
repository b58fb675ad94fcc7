import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'hackclub-api-key',
    name: 'Hack Club AI API key',
    shape: 'sk-hc-v1-{hex-lower:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://ai.hackclub.com',
    revoke: 'Delete the key in the dashboard.',
  },
] satisfies Detector[]
