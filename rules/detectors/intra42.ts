import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'intra42-client-secret',
    name: 'Intra 42 client secret',
    shape: 's-s4t2(ud|af)-{hex:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://api.intra.42.fr/apidoc',
    revoke: 'Regenerate the secret on the page of the application.',
  },
  {
    id: 'intra42-client-id',
    name: 'Intra 42 client ID',
    shape: 'u-s4t2(ud|af)-{hex:64}',
    role: 'identifier',
    severity: 'information',
    pair: 'intra42-client-secret',
    docs: 'https://api.intra.42.fr/apidoc',
    revoke: 'An identifier; regenerate the secret that belongs to it.',
  },
  {
    id: 'intra42-legacy-client-secret',
    name: 'Intra 42 client secret (old form)',
    shape: '{hex:64}',
    role: 'secret',
    severity: 'error',
    near: ['intra_42', 'forty_two', '42_secret', '42_client'],
    docs: 'https://api.intra.42.fr/apidoc',
    revoke: 'Regenerate the secret on the page of the application.',
  },
] satisfies Detector[]
