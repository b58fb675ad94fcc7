import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'mux-token-secret',
    name: 'Mux token secret',
    shape: '{base64:75}',
    role: 'secret',
    severity: 'error',
    near: ['mux'],
    docs: 'https://www.mux.com/docs',
    revoke: 'Revoke the token in the settings under Access Tokens.',
  },
  {
    id: 'mux-token-id',
    name: 'Mux token ID',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'identifier',
    severity: 'information',
    near: ['mux_token', 'mux_access', 'mux_id', 'mux_key'],
    pair: 'mux-token-secret',
    docs: 'https://www.mux.com/docs',
    revoke: 'Revoke the token in the settings under Access Tokens.',
  },
] satisfies Detector[]
