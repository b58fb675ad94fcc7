import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'amplitude-secret-key',
    name: 'Amplitude API or secret key',
    shape: '{hex-lower:32}',
    negatives: ['{hex-lower:31}'],
    role: 'secret',
    severity: 'error',
    near: ['amplitude'],
    docs: 'https://amplitude.com/docs',
    revoke: 'Contact Amplitude to rotate the secret key of the project.',
  },
] satisfies Detector[]
