import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'plivo-auth-token',
    name: 'Plivo auth token',
    shape: '({base64url:40}|{base64:38-42})',
    role: 'secret',
    severity: 'error',
    near: ['plivo'],
    docs: 'https://www.plivo.com/docs/',
    revoke: 'Regenerate the auth token in the console.',
  },
  {
    id: 'plivo-auth-id',
    name: 'Plivo auth ID',
    shape: 'MA{base62:18}',
    role: 'identifier',
    severity: 'information',
    near: ['plivo'],
    pair: 'plivo-auth-token',
    docs: 'https://www.plivo.com/docs/',
    revoke: 'An identifier; regenerate the auth token that belongs to it.',
  },
] satisfies Detector[]
