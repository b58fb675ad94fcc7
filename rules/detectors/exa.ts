import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'exa-api-key',
    name: 'Exa API key',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['exa', 'exa.ai', 'exaapi'],
    docs: 'https://docs.exa.ai',
    revoke: 'Delete the key in the dashboard.',
  },
] satisfies Detector[]
