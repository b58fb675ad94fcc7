import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pingidentity-client-secret',
    name: 'PingOne client secret',
    shape: '{[A-Za-z0-9_.~-]:64}',
    role: 'secret',
    severity: 'error',
    near: ['ping_one', 'ping_identity', 'pingfederate'],
    docs: 'https://docs.pingidentity.com',
    revoke: 'Rotate the client secret on the page of the application.',
  },
  {
    id: 'pingidentity-contextual-client-secret',
    name: 'PingOne client secret',
    shape: '{[A-Za-z0-9_.~-]:28-48}',
    role: 'secret',
    severity: 'error',
    near: ['ping_one', 'ping_identity', 'pingfederate'],
    docs: 'https://docs.pingidentity.com',
    revoke: 'Rotate the client secret on the page of the application.',
  },
] satisfies Detector[]
