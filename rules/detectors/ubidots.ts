import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'ubidots-token',
    name: 'Ubidots API token',
    shape: 'BBU(S|FF)-{base62:28-40}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.ubidots.com',
    revoke: 'Delete the token in the profile under API Credentials.',
  },
] satisfies Detector[]
