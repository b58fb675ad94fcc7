import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'friendli-token',
    name: 'FriendliAI personal access token',
    shape: 'flp_{base62:46}',
    role: 'secret',
    severity: 'error',
    docs: 'https://friendli.ai/docs',
    revoke: 'Revoke the token in the personal settings.',
  },
] satisfies Detector[]
