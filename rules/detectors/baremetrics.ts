import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'baremetrics-api-key',
    name: 'Baremetrics API key',
    shape: '(lk|sk)_{base64url:22}',
    role: 'secret',
    severity: 'error',
    near: ['baremetrics'],
    docs: 'https://developers.baremetrics.com',
    revoke: 'Regenerate the key in the settings under API.',
  },
  {
    id: 'baremetrics-contextual-api-key',
    name: 'Baremetrics API key',
    shape: '{[a-z0-9_-]:25}',
    role: 'secret',
    severity: 'error',
    near: ['baremetrics'],
    docs: 'https://developers.baremetrics.com',
    revoke: 'Regenerate the key in the settings under API.',
  },
] satisfies Detector[]
