import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'upstage-api-key',
    name: 'Upstage API key',
    shape: 'up_{base62:29}',
    role: 'secret',
    severity: 'error',
    docs: 'https://console.upstage.ai/docs',
    revoke: 'Delete the key in the console.',
  },
  {
    id: 'upstage-contextual-api-key',
    name: 'Upstage API key',
    shape: '{base62:40-50}',
    role: 'secret',
    severity: 'error',
    near: ['upstage'],
    docs: 'https://console.upstage.ai/docs',
    revoke: 'Delete the key in the console.',
  },
] satisfies Detector[]
