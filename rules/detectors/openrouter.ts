import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'openrouter-api-key',
    name: 'OpenRouter API key',
    shape: 'sk-or-v1-{hex:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://openrouter.ai/docs',
    revoke: 'Delete the key in the settings under Keys.',
  },
] satisfies Detector[]
