import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pastebin-api-key',
    name: 'Pastebin API key',
    shape: '({hex-lower:32}|{word:32})',
    role: 'secret',
    severity: 'error',
    near: ['pastebin'],
    docs: 'https://pastebin.com/doc_api',
    revoke: 'Contact Pastebin to reset the key.',
  },
] satisfies Detector[]
