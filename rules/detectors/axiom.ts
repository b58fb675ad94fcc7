import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'axiom-api-token',
    name: 'Axiom API token',
    shape: 'xaat-{hex-lower:8}(-{hex-lower:4}){3}-{hex-lower:12}',
    role: 'secret',
    severity: 'error',
    docs: 'https://axiom.co/docs/reference/tokens',
    revoke: 'Delete the token in the settings.',
  },
  {
    id: 'axiom-personal-access-token',
    name: 'Axiom personal access token',
    shape: 'xapt-{hex-lower:8}(-{hex-lower:4}){3}-{hex-lower:12}',
    role: 'secret',
    severity: 'error',
    docs: 'https://axiom.co/docs/reference/tokens',
    revoke: 'Delete the token in the settings.',
  },
] satisfies Detector[]
