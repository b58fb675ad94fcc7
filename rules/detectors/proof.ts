import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'proof-api-key',
    name: 'Proof API key',
    shape: 'prf_((cli_)?test_)?{base64url:20-50}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.proof.com',
    revoke: 'Revoke the key in the settings under API keys.',
  },
] satisfies Detector[]
