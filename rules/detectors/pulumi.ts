import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pulumi-access-token',
    name: 'Pulumi access token',
    shape: 'pul-{hex-lower:40}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/',
    revoke: 'Delete the token in Pulumi Cloud under Access tokens.',
  },
] satisfies Detector[]
