import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'imagekit-private-key',
    name: 'ImageKit private API key',
    shape: 'private_{base64:27}=',
    role: 'secret',
    severity: 'error',
    docs: 'https://imagekit.io/docs',
    revoke: 'Delete the key in the dashboard under Developer options.',
  },
  {
    id: 'imagekit-contextual-private-key',
    name: 'ImageKit private API key',
    shape: 'private_{base64url:8-128}',
    role: 'secret',
    severity: 'error',
    near: ['imagekit'],
    docs: 'https://imagekit.io/docs',
    revoke: 'Delete the key in the dashboard under Developer options.',
  },
] satisfies Detector[]
