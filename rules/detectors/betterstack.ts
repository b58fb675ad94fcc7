import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'betterstack-api-token',
    name: 'Better Stack API token',
    shape: '{base64url:24}',
    role: 'secret',
    severity: 'error',
    near: ['better_stack', 'betteruptime', 'logtail'],
    docs: 'https://betterstack.com/docs',
    revoke: 'Delete the token in the settings under API tokens.',
  },
] satisfies Detector[]
