import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'airtable-personal-access-token',
    name: 'Airtable personal access token',
    shape: 'pat{base62:14}.{hex:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://airtable.com/developers/web/guides/personal-access-tokens',
    revoke: 'Delete or regenerate the token in the Builder Hub.',
  },
  {
    id: 'airtable-oauth-token',
    name: 'Airtable OAuth access token',
    shape: '{base62:8-40}.v1.{[A-Za-z0-9_-]:8-300}.{hex:64}',
    negatives: ['{upper:7}.v2.{base36-upper:10}.{hex-lower:12}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://airtable.com/developers/web/guides/personal-access-tokens',
    revoke: 'Delete or regenerate the token in the Builder Hub.',
  },
  {
    id: 'airtable-api-key',
    name: 'Airtable API key (old form)',
    shape: '{base62:17}',
    role: 'secret',
    severity: 'error',
    near: ['airtable'],
    docs: 'https://airtable.com/developers/web/guides/personal-access-tokens',
    revoke: 'Delete or regenerate the token in the Builder Hub.',
  },
] satisfies Detector[]
