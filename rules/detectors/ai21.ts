import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'ai21-api-key',
    name: 'AI21 Studio API key',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['ai21'],
    docs: 'https://docs.ai21.com',
    revoke: "Delete the key in the account's settings.",
  },
] satisfies Detector[]
