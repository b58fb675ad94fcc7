import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'firebase-cloud-messaging-server-key',
    name: 'Firebase Cloud Messaging server key (legacy)',
    shape: 'AAAA{base64url:7}:APA91b{base64url:120-180}',
    role: 'secret',
    severity: 'error',
    docs: 'https://firebase.google.com/docs/cloud-messaging',
    revoke: 'Delete the key in the Google Cloud console and create another one.',
  },
  {
    id: 'firebase-device-token',
    name: 'Firebase Cloud Messaging registration token',
    shape: '{base64url:22}:APA91b{base64url:120-180}',
    role: 'identifier',
    severity: 'information',
    docs: 'https://firebase.google.com/docs/cloud-messaging',
    revoke: 'Delete the registration on the device.',
  },
  {
    id: 'firebase-ci-token',
    name: 'Firebase CI token',
    shape: '1//{digits:2}{base64url:60-200}',
    role: 'secret',
    severity: 'error',
    near: ['firebase_token', 'firebase_ci'],
    docs: 'https://firebase.google.com/docs/projects/api-keys',
    revoke: 'Revoke it with `firebase logout --token`.',
  },
] satisfies Detector[]
