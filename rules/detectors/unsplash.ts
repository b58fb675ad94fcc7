import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'unsplash-access-key',
    name: 'Unsplash access key',
    shape: '{base64url:43}',
    role: 'secret',
    severity: 'error',
    near: ['unsplash'],
    docs: 'https://unsplash.com/documentation',
    revoke: 'Regenerate the keys on the page of the application.',
  },
] satisfies Detector[]
