import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'lark-app-secret',
    name: 'Lark app secret',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['lark', 'larksuite', 'feishu'],
    docs: 'https://open.larksuite.com/document',
    revoke: 'Reset the app secret in the developer console.',
  },
  {
    id: 'lark-access-token',
    name: 'Lark access token',
    shape: '(a|t|u)-{[A-Za-z0-9_.]:14-50}',
    role: 'secret',
    severity: 'warning',
    near: ['lark', 'larksuite', 'feishu'],
    docs: 'https://open.larksuite.com/document',
    revoke: 'Reset the app secret in the developer console.',
  },
  {
    id: 'lark-app-id',
    name: 'Lark app ID',
    shape: 'cli_{base62:16}',
    role: 'identifier',
    severity: 'information',
    pair: 'lark-app-secret',
    docs: 'https://open.larksuite.com/document',
    revoke: 'An identifier; reset the app secret that belongs to it.',
  },
] satisfies Detector[]
