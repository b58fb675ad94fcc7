import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'ionic-personal-access-token',
    name: 'Ionic personal access token',
    shape: 'ion_{base62:42}',
    negatives: ['ion_{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://ionic.io/docs',
    revoke: 'Delete the token in the personal settings.',
  },
] satisfies Detector[]
