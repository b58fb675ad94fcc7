import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'octopusdeploy-api-key',
    name: 'Octopus Deploy API key',
    shape: 'API-{base36-upper:26}',
    negatives: ['API-{hex-upper:20}', 'API-{lower:26}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://octopus.com/docs/octopus-rest-api',
    revoke: 'Revoke the key in the profile under My API Keys.',
  },
] satisfies Detector[]
