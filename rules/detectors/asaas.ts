import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'asaas-access-token',
    name: 'Asaas API access token',
    shape: '$aact_(prod|hmlg)_{base64url:20-200}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.asaas.com',
    revoke: "Regenerate the key in the account's settings under Integrations.",
  },
  {
    id: 'asaas-legacy-access-token',
    name: 'Asaas API access token (old form)',
    shape: '$aact_{base64:60-160}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.asaas.com',
    revoke: "Regenerate the key in the account's settings under Integrations.",
  },
] satisfies Detector[]
