import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'statuspage-api-key',
    name: 'Statuspage API key',
    shape: '({hex:8}(-{hex:4}){3}-{hex:12}|{hex:64})',
    role: 'secret',
    severity: 'error',
    near: ['statuspage'],
    docs: 'https://developer.statuspage.io',
    revoke: "Delete the key in the user's menu under API info.",
  },
] satisfies Detector[]
