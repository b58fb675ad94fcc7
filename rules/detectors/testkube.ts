import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'testkube-api-key',
    name: 'Testkube API key',
    shape: 'tkcapi_{base62:30-64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.testkube.io',
    revoke: "Delete the token in the organization's settings.",
  },
  {
    id: 'testkube-organization-id',
    name: 'Testkube organization or environment ID',
    shape: 'tkc(org|env)_{base62:16-32}',
    role: 'identifier',
    severity: 'information',
    docs: 'https://docs.testkube.io',
    revoke: 'An identifier; delete the API key that belongs to it.',
  },
] satisfies Detector[]
