import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'hubspot-private-app-token',
    name: 'HubSpot private app access token',
    shape: 'pat-{base36-lower:2-3}-{hex-lower:8}(-{hex-lower:4}){3}-{hex-lower:12}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.hubspot.com/docs/apps/developer-platform/overview',
    revoke: 'Rotate the token in the settings of the private app.',
  },
  {
    id: 'hubspot-api-key',
    name: 'HubSpot API key (retired)',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['hubspot', 'hapikey'],
    docs: 'https://developers.hubspot.com/docs/apps/developer-platform/overview',
    revoke: 'Rotate the token in the settings of the private app.',
  },
] satisfies Detector[]
