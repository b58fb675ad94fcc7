import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'easypost-production-key',
    name: 'EasyPost production API key',
    shape: 'EZAK{base62:54}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.easypost.com/docs/authentication',
    revoke: 'Disable the key on the API keys page.',
  },
  {
    id: 'easypost-test-key',
    name: 'EasyPost test API key',
    shape: 'EZTK{base62:54}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://docs.easypost.com/docs/authentication',
    revoke: 'Disable the key on the API keys page.',
  },
] satisfies Detector[]
