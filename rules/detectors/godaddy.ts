import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'godaddy-api-credentials',
    name: 'GoDaddy API key and secret',
    shape: 'sso-key <({word:35}|{word:37}):{base62:22}>',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.godaddy.com/doc',
    revoke: 'Delete the key on the developer portal.',
  },
  {
    id: 'godaddy-api-secret',
    name: 'GoDaddy API secret',
    shape: '{base62:22}',
    role: 'secret',
    severity: 'error',
    near: ['godaddy'],
    docs: 'https://developer.godaddy.com/doc',
    revoke: 'Delete the key on the developer portal.',
  },
  {
    id: 'godaddy-api-key',
    name: 'GoDaddy API key',
    shape: '({word:35}|{word:37})',
    role: 'identifier',
    severity: 'information',
    near: ['godaddy'],
    pair: 'godaddy-api-secret',
    docs: 'https://developer.godaddy.com/doc',
    revoke: 'Delete the key on the developer portal.',
  },
] satisfies Detector[]
