import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'samsara-api-token',
    name: 'Samsara API token',
    shape: 'samsara_api_{base62:26-32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.samsara.com',
    revoke: 'Revoke the token in the settings under API Tokens.',
  },
] satisfies Detector[]
