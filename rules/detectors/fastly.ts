import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'fastly-api-token',
    name: 'Fastly API token',
    shape: '{[A-Za-z0-9_=-]:32}',
    role: 'secret',
    severity: 'error',
    near: ['fastly'],
    docs: 'https://www.fastly.com/documentation/guides/account-info/account-management/using-api-tokens/',
    revoke: 'Delete the token in the control panel under Account, API tokens.',
  },
] satisfies Detector[]
