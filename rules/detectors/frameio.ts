import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'frameio-token',
    name: 'Frame.io developer token',
    shape: 'fio-u-{[A-Za-z0-9_=-]:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.frame.io',
    revoke: 'Delete the token on the developer site.',
  },
] satisfies Detector[]
