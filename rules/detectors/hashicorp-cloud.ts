import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'hashicorp-cloud-client-secret',
    name: 'HashiCorp Cloud Platform client secret',
    shape: '{[A-Za-z0-9_.~-]:64}',
    role: 'secret',
    severity: 'error',
    near: ['hcp_client_secret', 'hcp_secret'],
    docs: 'https://developer.hashicorp.com/hcp/docs',
    revoke: 'Delete the key of the service principal.',
  },
  {
    id: 'hashicorp-cloud-client-id',
    name: 'HashiCorp Cloud Platform client ID',
    shape: '{base62:32}',
    role: 'identifier',
    severity: 'information',
    near: ['hcp_client_id'],
    pair: 'hashicorp-cloud-client-secret',
    docs: 'https://developer.hashicorp.com/hcp/docs',
    revoke: 'An identifier; delete the key that belongs to it.',
  },
] satisfies Detector[]
