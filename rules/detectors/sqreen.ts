import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'sqreen-token',
    name: 'Sqreen organization token',
    shape: 'org_{hex-lower:56-64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.datadoghq.com/security/application_security/',
    revoke: 'The service has ended; delete the token.',
  },
] satisfies Detector[]
