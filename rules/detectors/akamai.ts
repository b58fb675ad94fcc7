import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'akamai-token',
    name: 'Akamai EdgeGrid client or access token',
    shape: 'akab-{base64url:18-36}',
    role: 'secret',
    severity: 'error',
    docs: 'https://techdocs.akamai.com/developer/docs/edgegrid',
    revoke: 'Deactivate the credential of the API client in the Control Center.',
  },
  {
    id: 'akamai-client-secret',
    name: 'Akamai EdgeGrid client secret',
    shape: '{[A-Za-z0-9+/-]:1}{[A-Za-z0-9+/=-]:27-47}',
    role: 'secret',
    severity: 'error',
    near: ['edgegrid', 'akamai_client', 'akamai_secret', 'akamai_api'],
    docs: 'https://techdocs.akamai.com/developer/docs/edgegrid',
    revoke: 'Deactivate the credential of the API client in the Control Center.',
  },
] satisfies Detector[]
