import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'guardian-api-key',
    name: 'The Guardian Open Platform API key',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['guardian'],
    docs: 'https://open-platform.theguardian.com',
    revoke: 'Contact The Guardian to disable the key.',
  },
] satisfies Detector[]
