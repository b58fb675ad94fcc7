import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'ngrok-api-key',
    name: 'ngrok authtoken or API key',
    shape: '{base62:25-30}_{digits:1}{base62:20}',
    role: 'secret',
    severity: 'error',
    docs: 'https://ngrok.com/docs',
    revoke: 'Revoke the token in the dashboard.',
  },
  {
    id: 'ngrok-credential-id',
    name: 'ngrok authtoken or API key ID',
    shape: '(cr|ak)_{base62:25-30}',
    role: 'secret',
    severity: 'warning',
    near: ['ngrok'],
    docs: 'https://ngrok.com/docs',
    revoke: 'Revoke the token in the dashboard.',
  },
] satisfies Detector[]
