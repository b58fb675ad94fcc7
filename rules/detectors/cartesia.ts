import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'cartesia-api-key',
    name: 'Cartesia API key',
    shape: 'sk_car_{word:20-44}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.cartesia.ai',
    revoke: 'Delete the key on the API keys page.',
  },
] satisfies Detector[]
