import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'lacework-api-secret',
    name: 'Lacework API secret',
    shape: '_{base62:31-32}',
    role: 'secret',
    severity: 'error',
    near: ['lacework'],
    docs: 'https://docs.lacework.net',
    revoke: 'Disable the key in the settings under API Keys.',
  },
  {
    id: 'lacework-key-id',
    name: 'Lacework API key ID',
    shape: '{[A-Z0-9_]:24-60}',
    role: 'identifier',
    severity: 'information',
    near: ['lacework_api_key', 'lw_api_key'],
    pair: 'lacework-api-secret',
    docs: 'https://docs.lacework.net',
    revoke: 'Disable the key in the settings under API Keys.',
  },
] satisfies Detector[]
