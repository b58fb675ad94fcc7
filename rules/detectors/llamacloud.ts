import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'llamacloud-api-key',
    name: 'LlamaCloud API key',
    shape: 'llx-{base64url:44-52}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.llamaindex.ai',
    revoke: 'Revoke the key on the API Key page.',
  },
] satisfies Detector[]
