import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'retellai-api-key',
    name: 'Retell AI API key',
    shape: 'key_{hex:28}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.retellai.com',
    revoke: 'Delete the key in the dashboard under API Keys.',
  },
] satisfies Detector[]
