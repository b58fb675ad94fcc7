import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'fleetbase-api-key',
    name: 'Fleetbase API key',
    shape: 'flb_(live|test)_{base62:20-64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.fleetbase.io',
    revoke: 'Roll the key in the developers console.',
  },
] satisfies Detector[]
