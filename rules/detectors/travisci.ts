import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'travisci-access-token',
    name: 'Travis CI access token',
    shape: '{base64url:22}',
    role: 'secret',
    severity: 'error',
    near: ['travis_token', 'travis_api', 'travis_access', 'travis_key', 'travisci', 'travis_secret'],
    docs: 'https://docs.travis-ci.com',
    revoke: "Regenerate the token in the account's settings.",
  },
] satisfies Detector[]
