import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'kickbox-api-key',
    name: 'Kickbox API key',
    shape: '({word:1-24}_)?{base62:64}',
    role: 'secret',
    severity: 'error',
    near: ['kickbox'],
    docs: 'https://docs.kickbox.com',
    revoke: "Delete the key in the account's settings.",
  },
] satisfies Detector[]
