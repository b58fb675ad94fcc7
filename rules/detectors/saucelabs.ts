import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'saucelabs-access-key',
    name: 'Sauce Labs access key',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['sauce', 'saucelabs'],
    docs: 'https://docs.saucelabs.com',
    revoke: "Regenerate the access key in the user's settings.",
  },
] satisfies Detector[]
