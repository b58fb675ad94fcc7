import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'databricks-access-token',
    name: 'Databricks personal access token',
    shape: 'dapi{hex-lower:32}(-{digits:1})?',
    negatives: ['dapi{letters:32}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.databricks.com/aws/en/dev-tools/auth/pat',
    revoke: 'Revoke the token under Settings, Developer, Access tokens.',
  },
  {
    id: 'databricks-oauth-secret',
    name: 'Databricks OAuth secret',
    shape: 'dose{hex-lower:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.databricks.com/aws/en/dev-tools/auth/pat',
    revoke: 'Revoke the token under Settings, Developer, Access tokens.',
  },
] satisfies Detector[]
