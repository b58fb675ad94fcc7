import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pangea-service-token',
    name: 'Pangea service token',
    shape: 'pts_{base36-lower:30-36}',
    role: 'secret',
    severity: 'error',
    docs: 'https://pangea.cloud/docs',
    revoke: 'Revoke the token in the user console.',
  },
] satisfies Detector[]
