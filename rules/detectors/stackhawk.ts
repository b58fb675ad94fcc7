import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'stackhawk-api-key',
    name: 'StackHawk API key',
    shape: 'hawk.{base64url:20}.{base64url:20}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.stackhawk.com',
    revoke: 'Delete the key in the settings under API Keys.',
  },
] satisfies Detector[]
