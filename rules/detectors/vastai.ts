import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'vastai-api-key',
    name: 'Vast.ai API key',
    shape: '{hex:64}',
    role: 'secret',
    severity: 'error',
    near: ['vast', 'vast_ai'],
    docs: 'https://docs.vast.ai',
    revoke: 'Reset the key in the account.',
  },
] satisfies Detector[]
