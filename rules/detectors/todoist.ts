import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'todoist-api-token',
    name: 'Todoist API token',
    shape: '{hex-lower:40}',
    role: 'secret',
    severity: 'error',
    near: ['todoist'],
    docs: 'https://developer.todoist.com',
    revoke: 'Reset the token in the settings under Integrations, Developer.',
  },
] satisfies Detector[]
