import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'codeclimate-reporter-id',
    name: 'Code Climate test reporter ID',
    shape: '{hex-lower:64}',
    role: 'secret',
    severity: 'warning',
    near: ['code_climate', 'cc_test_reporter'],
    docs: 'https://docs.codeclimate.com',
    revoke: "Regenerate the reporter ID in the repository's settings.",
  },
] satisfies Detector[]
