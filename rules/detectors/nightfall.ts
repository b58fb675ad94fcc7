import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'nightfall-api-key',
    name: 'Nightfall API key',
    shape: 'NF-{base62:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://help.nightfall.ai',
    revoke: 'Delete the key in the dashboard.',
  },
] satisfies Detector[]
