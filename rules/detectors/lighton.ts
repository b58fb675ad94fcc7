import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'lighton-api-key',
    name: 'LightOn Paradigm API key',
    shape: '{base64url:40-80}',
    role: 'secret',
    severity: 'error',
    near: ['lighton', 'paradigm'],
    docs: 'https://paradigm.lighton.ai',
    revoke: 'Delete the key in the settings.',
  },
] satisfies Detector[]
