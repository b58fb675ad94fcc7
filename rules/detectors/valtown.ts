import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'valtown-api-token',
    name: 'Val Town API token',
    shape: 'vtwn_{base64url:20-48}',
    negatives: ['vtwn_{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.val.town',
    revoke: 'Delete the token in the settings under API Tokens.',
  },
] satisfies Detector[]
