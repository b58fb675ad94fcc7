import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'minimax-api-key',
    name: 'MiniMax API key',
    shape: 'sk-api-{base64url:119}',
    role: 'secret',
    severity: 'error',
    docs: 'https://platform.minimax.io/docs',
    revoke: "Delete the key in the account's settings.",
  },
  {
    id: 'minimax-short-key',
    name: 'MiniMax API key (old form)',
    shape: 'MINIMAX(-{base36-upper:8}){4}',
    role: 'secret',
    severity: 'error',
    docs: 'https://platform.minimax.io/docs',
    revoke: "Delete the key in the account's settings.",
  },
] satisfies Detector[]
