import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'modal-token-secret',
    name: 'Modal token secret',
    shape: 'as-{base62:22}',
    role: 'secret',
    severity: 'error',
    docs: 'https://modal.com/docs',
    revoke: 'Delete the token in the settings under API Tokens.',
  },
  {
    id: 'modal-token-id',
    name: 'Modal token ID',
    shape: 'ak-{base62:22}',
    role: 'identifier',
    severity: 'information',
    pair: 'modal-token-secret',
    docs: 'https://modal.com/docs',
    revoke: 'An identifier; delete the token that it names.',
  },
] satisfies Detector[]
