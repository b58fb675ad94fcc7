import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'klingai-secret-key',
    name: 'Kling AI secret key',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['kling', 'klingai'],
    docs: 'https://app.klingai.com',
    revoke: 'Delete the key in the console.',
  },
] satisfies Detector[]
