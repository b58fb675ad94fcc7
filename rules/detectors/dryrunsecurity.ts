import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'dryrunsecurity-api-key',
    name: 'DryRun Security API key',
    shape: 'dryrunsec_{base62:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.dryrun.security',
    revoke: 'Delete the key in the settings.',
  },
] satisfies Detector[]
