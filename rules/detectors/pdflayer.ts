import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pdflayer-access-key',
    name: 'pdflayer access key',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['pdflayer'],
    docs: 'https://pdflayer.com/documentation',
    revoke: 'Reset the key in the dashboard.',
  },
] satisfies Detector[]
