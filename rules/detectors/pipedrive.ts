import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pipedrive-api-token',
    name: 'Pipedrive API token',
    shape: '{hex:40}',
    role: 'secret',
    severity: 'error',
    near: ['pipedrive', 'x-api-token'],
    docs: 'https://pipedrive.readme.io/docs/how-to-find-the-api-token',
    revoke: 'Regenerate the token in the personal preferences under API.',
  },
] satisfies Detector[]
