import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'blockprotocol-api-key',
    name: 'Block Protocol API key',
    shape: 'b10ck5.{base62:32}.{[A-Za-z0-9-]:36}',
    role: 'secret',
    severity: 'error',
    docs: 'https://blockprotocol.org/docs',
    revoke: "Revoke the key in the account's settings.",
  },
] satisfies Detector[]
