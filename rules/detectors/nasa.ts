import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'nasa-api-key',
    name: 'NASA Open APIs key',
    shape: '{base62:40}',
    role: 'secret',
    severity: 'error',
    near: ['nasa'],
    docs: 'https://api.nasa.gov',
    revoke: 'Contact NASA Open APIs to disable the key.',
  },
] satisfies Detector[]
