import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'linkedin-client-secret',
    name: 'LinkedIn client secret',
    shape: 'WPL_AP{digits:1}.{base62:16}.{base64:6-8}',
    role: 'secret',
    severity: 'error',
    docs: 'https://learn.microsoft.com/linkedin/shared/authentication/authentication',
    revoke: 'Generate another client secret on the Auth page of the app.',
  },
  {
    id: 'linkedin-legacy-client-secret',
    name: 'LinkedIn client secret (old form)',
    shape: '{base62:16}',
    role: 'secret',
    severity: 'error',
    near: ['linkedin_client', 'linkedin_secret', 'linkedin_key', 'linkedin_app', 'linkedin_api', 'linkedin_token', 'linkedin_oauth', 'linkedin_consumer'],
    docs: 'https://learn.microsoft.com/linkedin/shared/authentication/authentication',
    revoke: 'Generate another client secret on the Auth page of the app.',
  },
  {
    id: 'linkedin-client-id',
    name: 'LinkedIn client ID',
    shape: '{base62:12-14}',
    role: 'identifier',
    severity: 'information',
    near: ['linkedin_client', 'linkedin_id', 'linkedin_key', 'linkedin_app', 'linkedin_api', 'linkedin_consumer'],
    pair: 'linkedin-client-secret',
    docs: 'https://learn.microsoft.com/linkedin/shared/authentication/authentication',
    revoke: 'An identifier; generate another client secret.',
  },
] satisfies Detector[]
