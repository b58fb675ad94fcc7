import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'postman-api-key',
    name: 'Postman API key',
    shape: 'PMAK-{base62:24}-{base62:34}',
    role: 'secret',
    severity: 'error',
    docs: 'https://learning.postman.com/docs/developer/postman-api/authentication/',
    revoke: 'Delete the key under Settings, API keys.',
  },
  {
    id: 'postman-collection-token',
    name: 'Postman collection access key',
    shape: 'PMAT-{base62:26}',
    role: 'secret',
    severity: 'error',
    docs: 'https://learning.postman.com/docs/developer/postman-api/authentication/',
    revoke: 'Delete the key under Settings, API keys.',
  },
] satisfies Detector[]
