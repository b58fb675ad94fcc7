import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'opsgenie-api-key',
    name: 'Opsgenie API key',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['opsgenie', 'geniekey'],
    docs: 'https://support.atlassian.com/opsgenie/',
    revoke: 'Delete the key in the settings under API key management.',
  },
] satisfies Detector[]
