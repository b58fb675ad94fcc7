import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'tinybird-token',
    name: 'Tinybird static token',
    shape: 'p.eyJ1I{base64url:80-260}.{base64url:43}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.tinybird.co/docs',
    revoke: 'Refresh or delete the token in the workspace.',
  },
] satisfies Detector[]
