import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'loops-api-key',
    name: 'Loops API key',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['loops'],
    docs: 'https://loops.so/docs',
    revoke: 'Delete the key in the settings under API.',
  },
] satisfies Detector[]
