import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'vonage-api-secret',
    name: 'Vonage API secret',
    shape: '{base62:16}',
    role: 'secret',
    severity: 'error',
    near: ['nexmo', 'vonage'],
    docs: 'https://developer.vonage.com',
    revoke: "Rotate the secret in the dashboard's settings.",
  },
] satisfies Detector[]
