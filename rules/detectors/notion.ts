import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'notion-api-token',
    name: 'Notion integration token',
    shape: 'ntn_{digits:11}{base62:35}',
    negatives: ['ntn_{digits:60}', 'ntn_{digits:11}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.notion.com/docs/authorization',
    revoke: 'Refresh the secret on the page of the integration.',
  },
  {
    id: 'notion-legacy-token',
    name: 'Notion integration token (old form)',
    shape: 'secret_{base62:43}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.notion.com/docs/authorization',
    revoke: 'Refresh the secret on the page of the integration.',
  },
  {
    id: 'notion-refresh-token',
    name: 'Notion OAuth refresh token',
    shape: 'nrt_{word:40-55}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.notion.com/docs/authorization',
    revoke: 'Refresh the secret on the page of the integration.',
  },
] satisfies Detector[]
