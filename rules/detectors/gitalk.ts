import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'gitalk-client-secret',
    name: 'Gitalk OAuth client secret',
    shape: '{hex-lower:40}',
    role: 'secret',
    severity: 'error',
    near: ['gitalk', 'client_secret'],
    docs: 'https://docs.github.com/en/apps/oauth-apps',
    revoke: "Generate another client secret in the OAuth app's settings and delete this one.",
  },
  {
    id: 'gitalk-client-id',
    name: 'Gitalk OAuth client ID',
    shape: '{hex-lower:20}',
    role: 'identifier',
    severity: 'information',
    near: ['gitalk'],
    pair: 'gitalk-client-secret',
    docs: 'https://docs.github.com/en/apps/oauth-apps',
    revoke: 'An identifier; generate another client secret.',
  },
] satisfies Detector[]
