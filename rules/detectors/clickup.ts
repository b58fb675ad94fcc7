import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'clickup-personal-api-token',
    name: 'ClickUp personal API token',
    shape: 'pk_{digits:6-9}_{base36-upper:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.clickup.com/docs/authentication',
    revoke: 'Regenerate the token under Settings, Apps.',
  },
] satisfies Detector[]
