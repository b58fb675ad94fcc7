import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'lokalise-api-token',
    name: 'Lokalise API token',
    shape: '{hex:40}',
    role: 'secret',
    severity: 'error',
    near: ['lokalise'],
    docs: 'https://developers.lokalise.com',
    revoke: 'Delete the token in the profile under API tokens.',
  },
] satisfies Detector[]
