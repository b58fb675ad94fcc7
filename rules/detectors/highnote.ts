import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'highnote-secret-key',
    name: 'Highnote secret key',
    shape: '(sk|rk)_(live|test)_a2V5Xz{base64:40-90}',
    role: 'secret',
    severity: 'error',
    near: ['highnote'],
    docs: 'https://highnote.com/docs',
    revoke: 'Delete the key in the dashboard.',
  },
] satisfies Detector[]
