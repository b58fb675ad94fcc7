import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'wiz-client-secret',
    name: 'Wiz client secret',
    shape: '{base62:64}',
    role: 'secret',
    severity: 'error',
    near: ['wiz', 'wizio'],
    docs: 'https://docs.wiz.io',
    revoke: 'Rotate the secret of the service account.',
  },
  {
    id: 'wiz-client-id',
    name: 'Wiz client ID',
    shape: '{base36-lower:52-56}',
    role: 'identifier',
    severity: 'information',
    near: ['wiz', 'wizio'],
    pair: 'wiz-client-secret',
    docs: 'https://docs.wiz.io',
    revoke: 'Rotate the secret of the service account.',
  },
  {
    id: 'wiz-contextual-client-id',
    name: 'Wiz client ID',
    shape: '{base62:56}',
    role: 'identifier',
    severity: 'information',
    near: ['wiz', 'wizio'],
    docs: 'https://docs.wiz.io',
    revoke: 'An identifier; rotate the secret that belongs to it.',
  },
] satisfies Detector[]
