import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'canva-client-secret',
    name: 'Canva client secret',
    shape: 'cnvca{base64url:51}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.canva.dev/docs/connect/',
    revoke: "Generate another secret in the integration's configuration.",
  },
  {
    id: 'canva-client-id',
    name: 'Canva client ID',
    shape: 'OC-{base64url:8-16}',
    role: 'identifier',
    severity: 'information',
    near: ['canva'],
    pair: 'canva-client-secret',
    docs: 'https://www.canva.dev/docs/connect/',
    revoke: 'An identifier; generate another client secret.',
  },
] satisfies Detector[]
