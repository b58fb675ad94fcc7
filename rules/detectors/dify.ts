import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'dify-api-key',
    name: 'Dify API key',
    shape: 'app-{base62:24}',
    role: 'secret',
    severity: 'error',
    near: ['dify'],
    docs: 'https://docs.dify.ai',
    revoke: 'Delete the key on the API access page of the app.',
  },
] satisfies Detector[]
