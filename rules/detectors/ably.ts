import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'ably-api-key',
    name: 'Ably API key',
    shape: '{base64url:6-8}.{base64url:6-8}:{base64url:24-43}',
    role: 'secret',
    severity: 'error',
    near: ['ably'],
    docs: 'https://ably.com/docs/auth',
    revoke: "Revoke the key in the app's settings under API Keys.",
  },
] satisfies Detector[]
