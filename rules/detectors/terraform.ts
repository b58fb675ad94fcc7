import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'terraform-api-token',
    name: 'Terraform Cloud API token',
    shape: '{base62:1-32}.atlasv1.{base64url:1}{[A-Za-z0-9_=-]:59-89}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens',
    revoke: 'Delete the token in the settings of the user, team or organization.',
  },
] satisfies Detector[]
