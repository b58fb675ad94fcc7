import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'teamcity-access-token',
    name: 'TeamCity access token',
    shape: 'eyJ0eXAiOiAiVENWMiJ9.{base64url:36}.{base64url:48}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.jetbrains.com/help/teamcity/',
    revoke: 'Delete the token in the profile under Access Tokens.',
  },
] satisfies Detector[]
