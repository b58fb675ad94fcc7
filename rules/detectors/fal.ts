import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'fal-api-key',
    name: 'fal API key',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}:{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['fal_key', 'fal_ai', 'fal_api', 'fal_token', 'fal_credentials', '@fal', 'fal.run'],
    docs: 'https://docs.fal.ai',
    revoke: 'Delete the key in the dashboard.',
  },
] satisfies Detector[]
