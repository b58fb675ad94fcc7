import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'composio-consumer-api-key',
    name: 'Composio consumer API key',
    shape: 'ck_{base64url:20}',
    role: 'secret',
    severity: 'error',
    near: ['composio'],
    docs: 'https://docs.composio.dev',
    revoke: "Delete the key in the project's settings.",
  },
  {
    id: 'composio-project-api-key',
    name: 'Composio project API key',
    shape: 'ak_{base64url:20}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.composio.dev',
    revoke: "Delete the key in the project's settings.",
  },
] satisfies Detector[]
