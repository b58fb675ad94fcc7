import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'datagov-api-key',
    name: 'data.gov API key',
    shape: '{base62:40}',
    role: 'secret',
    severity: 'error',
    near: ['data_gov'],
    docs: 'https://api.data.gov/docs/',
    revoke: 'Contact api.data.gov to disable the key.',
  },
] satisfies Detector[]
