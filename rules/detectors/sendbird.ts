import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'sendbird-api-token',
    name: 'Sendbird API token',
    shape: '{hex:40}',
    role: 'secret',
    severity: 'error',
    near: ['sendbird'],
    docs: 'https://sendbird.com/docs',
    revoke: "Revoke the secondary token in the application's settings.",
  },
  {
    id: 'sendbird-application-id',
    name: 'Sendbird application ID',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'identifier',
    severity: 'information',
    near: ['sendbird'],
    pair: 'sendbird-api-token',
    docs: 'https://sendbird.com/docs',
    revoke: 'An identifier; revoke the token that belongs to it.',
  },
] satisfies Detector[]
