import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'hetzner-cloud-api-token',
    name: 'Hetzner Cloud API token',
    shape: '{base62:64}',
    role: 'secret',
    severity: 'error',
    near: ['hetzner', 'hcloud'],
    docs: 'https://docs.hetzner.com/cloud/api/getting-started/generating-api-token/',
    revoke: "Delete the token in the project's security settings.",
  },
  {
    id: 'hetzner-dns-api-token',
    name: 'Hetzner DNS API token',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['hetzner'],
    docs: 'https://docs.hetzner.com/cloud/api/getting-started/generating-api-token/',
    revoke: "Delete the token in the project's security settings.",
  },
] satisfies Detector[]
