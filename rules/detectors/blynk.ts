import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'blynk-oauth-client-id',
    name: 'Blynk OAuth client ID',
    shape: 'oa2-client-id_{base64url:32}',
    role: 'identifier',
    severity: 'information',
    pair: 'blynk-access-token',
    docs: 'https://docs.blynk.io/en/',
    revoke: 'Refresh the token in the Developer Zone.',
  },
  {
    id: 'blynk-access-token',
    name: 'Blynk device or organization token',
    shape: '({base64url:32}|{base64url:40})',
    role: 'secret',
    severity: 'error',
    near: ['blynk', 'oa2-client-id', 'fra1.blynk', 'lon1.blynk', 'sgp1.blynk', 'blr1.blynk', 'ny3.blynk'],
    docs: 'https://docs.blynk.io/en/',
    revoke: 'Refresh the token in the Developer Zone.',
  },
] satisfies Detector[]
