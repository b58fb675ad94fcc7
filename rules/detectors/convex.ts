import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'convex-deploy-key',
    name: 'Convex deploy key',
    shape: '(prod|dev|preview|project):{[a-z0-9:-]:3-80}\\|eyJ{[A-Za-z0-9+/=_.-]:20-200}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.convex.dev/production/hosting',
    revoke: "Delete the deploy key in the project's settings.",
  },
  {
    id: 'convex-access-token',
    name: 'Convex management access token',
    shape: 'eyJ2MiI6I{base64:46}=',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.convex.dev/production/hosting',
    revoke: "Delete the deploy key in the project's settings.",
  },
] satisfies Detector[]
