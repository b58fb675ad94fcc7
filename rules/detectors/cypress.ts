import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'cypress-record-key',
    name: 'Cypress Cloud record key',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['cypress'],
    docs: 'https://docs.cypress.io/cloud',
    revoke: "Delete the record key in the project's settings.",
  },
] satisfies Detector[]
