import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'mercury-production-token',
    name: 'Mercury API token with its scheme',
    shape: 'secret-token:mercury_production_{lower:2-6}_{base62:40-50}_yrucrem',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.mercury.com',
    revoke: 'Revoke the token in the settings under API tokens.',
  },
  {
    id: 'mercury-production-api-token',
    name: 'Mercury API token',
    shape: 'mercury_production_{lower:2-6}_{base62:40-50}_yrucrem',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.mercury.com',
    revoke: 'Revoke the token in the settings under API tokens.',
  },
  {
    id: 'mercury-sandbox-api-token',
    name: 'Mercury sandbox API token',
    shape: 'mercury_sandbox_{lower:2-6}_{base62:40-50}_yrucrem',
    role: 'secret',
    severity: 'warning',
    docs: 'https://docs.mercury.com',
    revoke: 'Revoke the token in the settings under API tokens.',
  },
] satisfies Detector[]
