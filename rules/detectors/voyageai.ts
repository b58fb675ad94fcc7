import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'voyageai-api-key',
    name: 'Voyage AI API key',
    shape: '(pa|al)-{base64url:43}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.voyageai.com',
    revoke: 'Delete the key in the dashboard.',
  },
] satisfies Detector[]
