import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'authress-access-key',
    name: 'Authress service client access key',
    shape: '(sc|ext|scauth|authress)_{base62:5-30}.{base62:4-6}.acc{[_-]:1}{[A-Za-z0-9-]:10-32}.{[A-Za-z0-9+/_=-]:30-120}',
    role: 'secret',
    severity: 'error',
    docs: 'https://authress.io/knowledge-base/',
    revoke: 'Delete the access key of the service client.',
  },
] satisfies Detector[]
