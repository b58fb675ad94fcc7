import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'beamer-api-key',
    name: 'Beamer API key',
    shape: 'b_{[A-Za-z0-9+/=_-]:44}',
    role: 'secret',
    severity: 'error',
    near: ['beamer'],
    docs: 'https://www.getbeamer.com/docs',
    revoke: 'Delete the key in the settings under API.',
  },
] satisfies Detector[]
