import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'vapi-api-key',
    name: 'Vapi API key',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['vapi'],
    docs: 'https://docs.vapi.ai',
    revoke: 'Delete the key in the dashboard.',
  },
] satisfies Detector[]
