import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'stytch-secret',
    name: 'Stytch project secret',
    shape: 'secret-live-{base64url:35}(=)?',
    role: 'secret',
    severity: 'error',
    docs: 'https://stytch.com/docs',
    revoke: 'Delete the secret in the dashboard under API keys.',
  },
  {
    id: 'stytch-test-secret',
    name: 'Stytch test project secret',
    shape: 'secret-test-{base64url:35}(=)?',
    role: 'secret',
    severity: 'warning',
    docs: 'https://stytch.com/docs',
    revoke: 'Delete the secret in the dashboard under API keys.',
  },
  {
    id: 'stytch-project-id',
    name: 'Stytch project ID',
    shape: 'project-(test|live)-{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'identifier',
    severity: 'information',
    pair: 'stytch-secret',
    docs: 'https://stytch.com/docs',
    revoke: 'An identifier; delete the secret that belongs to it.',
  },
] satisfies Detector[]
