import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'miro-access-token',
    name: 'Miro access token',
    shape: 'eyJtaXJv{[A-Za-z0-9-]:10-64}_{base64url:20-64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.miro.com',
    revoke: 'Reset the client secret or reinstall the app.',
  },
  {
    id: 'miro-client-secret',
    name: 'Miro client secret',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['miro'],
    docs: 'https://developers.miro.com',
    revoke: 'Reset the client secret or reinstall the app.',
  },
] satisfies Detector[]
