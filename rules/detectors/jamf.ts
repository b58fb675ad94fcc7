import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'jamf-client-secret',
    name: 'Jamf Pro API client secret',
    shape: '{base64url:30-80}',
    role: 'secret',
    severity: 'error',
    near: ['jamf', 'jamfpro', 'jamfcloud'],
    docs: 'https://developer.jamf.com',
    revoke: 'Rotate the client secret in the settings under API Roles and Clients.',
  },
  {
    id: 'jamf-client-id',
    name: 'Jamf Pro API client ID',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'identifier',
    severity: 'information',
    near: ['jamf', 'jamfpro', 'jamfcloud'],
    pair: 'jamf-client-secret',
    docs: 'https://developer.jamf.com',
    revoke: 'Rotate the client secret in the settings under API Roles and Clients.',
  },
] satisfies Detector[]
