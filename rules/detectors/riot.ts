import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'riot-api-key',
    name: 'Riot Games API key',
    shape: 'RGAPI-{base64url:36}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.riotgames.com/docs/portal',
    revoke: 'Regenerate the key on the developer portal.',
  },
] satisfies Detector[]
