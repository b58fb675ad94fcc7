import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'brave-api-key',
    name: 'Brave Search API key',
    shape: 'BSA{base64url:28}',
    negatives: ['BSA{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://api-dashboard.search.brave.com/documentation',
    revoke: 'Delete the key in the API dashboard.',
  },
  {
    id: 'brave-contextual-api-key',
    name: 'Brave Search API key',
    shape: 'BSA{base64url:24-40}',
    role: 'secret',
    severity: 'error',
    near: ['brave'],
    docs: 'https://api-dashboard.search.brave.com/documentation',
    revoke: 'Delete the key in the API dashboard.',
  },
] satisfies Detector[]
