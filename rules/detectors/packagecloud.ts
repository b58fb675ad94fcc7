import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'packagecloud-api-token',
    name: 'packagecloud API token',
    shape: '{hex:48}',
    role: 'secret',
    severity: 'error',
    near: ['package_cloud'],
    docs: 'https://packagecloud.io/docs',
    revoke: "Regenerate the token in the account's settings.",
  },
] satisfies Detector[]
