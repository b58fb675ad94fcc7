import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'grafana-service-account-token',
    name: 'Grafana service account token',
    shape: 'glsa_{base62:32}_{hex:8}',
    role: 'secret',
    severity: 'error',
    checksum: 'grafana',
    docs: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
    revoke: 'Delete the token of the service account.',
  },
  {
    id: 'grafana-cloud-access-token',
    name: 'Grafana Cloud access policy token',
    shape: 'glc_{base64:32-400}',
    role: 'secret',
    severity: 'error',
    docs: 'https://grafana.com/docs/grafana-cloud/security-and-account-management/authentication-and-permissions/access-policies/',
    revoke: 'Delete the token of the service account.',
  },
  {
    id: 'grafana-api-key',
    name: 'Grafana API key (old form)',
    shape: 'eyJrIjoi{base64:40-400}',
    role: 'secret',
    severity: 'error',
    docs: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
    revoke: 'Delete the token of the service account.',
  },
] satisfies Detector[]
