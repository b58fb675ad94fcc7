import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'nx-access-token',
    name: 'Nx Cloud access token',
    shape: '{base64:56-80}',
    role: 'secret',
    severity: 'error',
    near: ['nx_cloud'],
    docs: 'https://nx.dev/ci/recipes/security/access-tokens',
    revoke: "Delete the token in the workspace's settings.",
  },
] satisfies Detector[]
