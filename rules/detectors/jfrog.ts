import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'jfrog-api-key',
    name: 'JFrog Artifactory API key',
    shape: 'AKCp{base62:68-70}',
    negatives: ['AkCp{base62:68}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
    revoke: 'Revoke the token under Administration, User Management, Access Tokens.',
  },
  {
    id: 'jfrog-reference-token',
    name: 'JFrog reference token',
    shape: 'cmVmd{base62:59}',
    negatives: ['cmVMd{base62:59}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
    revoke: 'Revoke the token under Administration, User Management, Access Tokens.',
  },
  {
    id: 'jfrog-identity-token',
    name: 'JFrog identity token',
    shape: '{base62:64}',
    role: 'secret',
    severity: 'error',
    near: ['jfrog', 'artifactory', 'bintray', 'xray'],
    docs: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
    revoke: 'Revoke the token under Administration, User Management, Access Tokens.',
  },
  {
    id: 'jfrog-legacy-api-key',
    name: 'JFrog API key (old form)',
    shape: '{base62:73}',
    role: 'secret',
    severity: 'error',
    near: ['jfrog', 'artifactory', 'bintray', 'xray'],
    docs: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
    revoke: 'Revoke the token under Administration, User Management, Access Tokens.',
  },
] satisfies Detector[]
