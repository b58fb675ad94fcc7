import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'hexpm-key',
    name: 'Hex.pm API or organization key',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['hex_organization', 'hexpm', 'hex.pm', 'hex_api'],
    docs: 'https://hex.pm/docs',
    revoke: 'Revoke the key with `mix hex.user key revoke`.',
  },
] satisfies Detector[]
