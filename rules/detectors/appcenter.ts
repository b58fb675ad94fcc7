import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'appcenter-api-token',
    name: 'Visual Studio App Center API token',
    shape: '{hex:40}',
    role: 'secret',
    severity: 'error',
    near: ['app_center'],
    docs: 'https://learn.microsoft.com/appcenter/',
    revoke: 'The service has ended; delete the token.',
  },
] satisfies Detector[]
