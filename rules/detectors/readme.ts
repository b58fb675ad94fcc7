import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'readme-api-key',
    name: 'ReadMe API key',
    shape: 'rdme_{base62:70}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.readme.com/main/reference/authentication',
    revoke: "Delete the key in the project's configuration under API Key.",
  },
] satisfies Detector[]
