import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'apify-api-token',
    name: 'Apify API token',
    shape: 'apify_api_{base62:34-38}',
    negatives: ['apify_api_{letters:8}', 'APIFY_API_{base62:36}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.apify.com/platform/integrations/api',
    revoke: 'Delete or rotate the token in the Console under Settings, API & Integrations.',
  },
] satisfies Detector[]
