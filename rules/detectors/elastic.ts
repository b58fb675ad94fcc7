import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'elastic-cloud-api-key',
    name: 'Elastic Cloud API key',
    shape: 'essu_{[A-Za-z0-9+/_-]:60-200}(=|==)?',
    negatives: ['ess_{base62:64}', 'essu_{base62:9}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://www.elastic.co/docs/deploy-manage/api-keys',
    revoke: 'Invalidate or delete the key under API keys.',
  },
  {
    id: 'elastic-api-key',
    name: 'Elastic API key',
    shape: '{base64:40-120}',
    role: 'secret',
    severity: 'error',
    near: ['elastic_api', 'elastic_token', 'elastic_key', 'elastic_secret', 'elastic_cloud', 'elasticsearch_api', 'elasticsearch_token', 'es_api_key', 'ec_api_key', 'authorization: apikey'],
    docs: 'https://www.elastic.co/docs/deploy-manage/api-keys',
    revoke: 'Invalidate or delete the key under API keys.',
  },
] satisfies Detector[]
