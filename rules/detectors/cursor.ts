import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'cursor-api-key',
    name: 'Cursor API key',
    shape: 'key_{base36-lower:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.cursor.com',
    revoke: 'Delete the key in the dashboard under API Keys.',
  },
] satisfies Detector[]
