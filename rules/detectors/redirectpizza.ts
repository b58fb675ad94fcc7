import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'redirectpizza-api-token',
    name: 'redirect.pizza API token',
    shape: 'rpa_{base62:30}',
    negatives: ['rpa_{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://redirect.pizza/docs',
    revoke: "Delete the token in the account's settings.",
  },
] satisfies Detector[]
