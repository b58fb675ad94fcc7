import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'agora-app-certificate',
    name: 'Agora App ID, App Certificate or customer secret',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['agora', 'app_certificate', 'agoraio'],
    docs: 'https://docs.agora.io',
    revoke: 'Disable the certificate in the Agora Console.',
  },
] satisfies Detector[]
