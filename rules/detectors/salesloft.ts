import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'salesloft-api-key',
    name: 'Salesloft API key',
    shape: 'ak_{hex:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.salesloft.com',
    revoke: 'Delete the key in the settings under API Keys.',
  },
] satisfies Detector[]
