import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'browserstack-access-key',
    name: 'BrowserStack access key',
    shape: '{base62:20}',
    role: 'secret',
    severity: 'error',
    near: ['browserstack'],
    docs: 'https://www.browserstack.com/docs',
    revoke: "Reset the access key in the account's settings.",
  },
] satisfies Detector[]
