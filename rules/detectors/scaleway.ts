import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'scaleway-secret-key',
    name: 'Scaleway secret key',
    shape: '{hex-lower:8}(-{hex-lower:4}){3}-{hex-lower:12}',
    role: 'secret',
    severity: 'error',
    near: ['scaleway', 'scw'],
    docs: 'https://www.scaleway.com/en/docs/',
    revoke: 'Delete the API key in the IAM section of the console.',
  },
  {
    id: 'scaleway-access-key',
    name: 'Scaleway access key',
    shape: 'SCW{base36-upper:17}',
    role: 'identifier',
    severity: 'warning',
    pair: 'scaleway-secret-key',
    docs: 'https://www.scaleway.com/en/docs/',
    revoke: 'Delete the API key in the IAM section of the console.',
  },
] satisfies Detector[]
