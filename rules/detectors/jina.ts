import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'jina-api-key',
    name: 'Jina AI API key',
    shape: 'jina_{base64url:60}',
    role: 'secret',
    severity: 'error',
    docs: 'https://jina.ai',
    revoke: 'Delete the key in the dashboard.',
  },
] satisfies Detector[]
