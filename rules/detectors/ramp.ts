import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'ramp-client-secret',
    name: 'Ramp client secret',
    shape: 'ramp_sec_{base62:48}',
    negatives: ['ramp_sec_{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.ramp.com',
    revoke: 'Rotate the client secret in the developer settings.',
  },
  {
    id: 'ramp-client-id',
    name: 'Ramp client ID',
    shape: 'ramp_id_{base62:40}',
    negatives: ['ramp_id_{lower:5}'],
    role: 'identifier',
    severity: 'information',
    pair: 'ramp-client-secret',
    docs: 'https://docs.ramp.com',
    revoke: 'An identifier; rotate the client secret that belongs to it.',
  },
  {
    id: 'ramp-access-token',
    name: 'Ramp access token',
    shape: 'ramp_(business_)?tok_{base62:42}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.ramp.com',
    revoke: 'Rotate the client secret in the developer settings.',
  },
] satisfies Detector[]
