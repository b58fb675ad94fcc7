import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'upcloud-api-token',
    name: 'UpCloud API token',
    shape: 'ucat_{base62:24-32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.upcloud.com',
    revoke: 'Delete the token in the control panel.',
  },
] satisfies Detector[]
