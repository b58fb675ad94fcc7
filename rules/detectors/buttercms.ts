import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'buttercms-api-token',
    name: 'ButterCMS API token',
    shape: '{base62:40}',
    role: 'secret',
    severity: 'error',
    near: ['butter_cms', 'butter_api', 'butter_token'],
    docs: 'https://buttercms.com/docs',
    revoke: 'Regenerate the token in the settings.',
  },
] satisfies Detector[]
