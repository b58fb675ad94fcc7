import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'aikido-client-secret',
    name: 'Aikido client secret',
    shape: 'AIK_SECRET_{base62:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://help.aikido.dev',
    revoke: 'Remove the client or token under Settings, Integrations.',
  },
  {
    id: 'aikido-client-id',
    name: 'Aikido client ID',
    shape: 'AIK_CLIENT_{base62:24}',
    role: 'identifier',
    severity: 'information',
    pair: 'aikido-client-secret',
    docs: 'https://help.aikido.dev',
    revoke: 'An identifier; remove the client secret that belongs to it.',
  },
  {
    id: 'aikido-ci-token',
    name: 'Aikido CI token',
    shape: 'AIK_CI_{base62:20-44}',
    role: 'secret',
    severity: 'error',
    docs: 'https://help.aikido.dev',
    revoke: 'Remove the client or token under Settings, Integrations.',
  },
] satisfies Detector[]
