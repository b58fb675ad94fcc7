import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'contentstack-management-token',
    name: 'Contentstack management token',
    shape: 'cs{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['contentstack'],
    docs: 'https://www.contentstack.com/docs/developers/create-tokens',
    revoke: "Delete the token in the stack's settings.",
  },
  {
    id: 'contentstack-api-key',
    name: 'Contentstack stack API key',
    shape: 'blt{hex:10-16}',
    role: 'identifier',
    severity: 'information',
    near: ['contentstack'],
    pair: 'contentstack-management-token',
    docs: 'https://www.contentstack.com/docs/developers/create-tokens',
    revoke: "Delete the token in the stack's settings.",
  },
] satisfies Detector[]
