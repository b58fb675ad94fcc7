import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'coderabbit-api-key',
    name: 'CodeRabbit API key',
    shape: 'cr-{hex:58}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.coderabbit.ai',
    revoke: 'Delete the key in the settings under API Keys.',
  },
] satisfies Detector[]
