import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'bitbucket-access-token',
    name: 'Bitbucket Cloud access token',
    shape: 'ATCTT3xFfGN0{base64url:20-800}={hex:8}',
    role: 'secret',
    severity: 'error',
    checksum: 'atlassian',
    docs: 'https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/',
    revoke: 'Revoke the token in the settings of the repository, project or workspace.',
  },
  {
    id: 'bitbucket-app-password',
    name: 'Bitbucket app password',
    shape: 'ATBB{base62:24}{hex:8}',
    role: 'secret',
    severity: 'error',
    checksum: 'bitbucket',
    docs: 'https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/',
    revoke: 'Delete the app password in the personal settings.',
  },
  {
    id: 'bitbucket-data-center-token',
    name: 'Bitbucket Data Center HTTP access token',
    shape: 'BBDC-{[MNO]:1}{base64:15}O{[g-v]:1}{base64:26}',
    role: 'secret',
    severity: 'error',
    docs: 'https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html',
    revoke: 'Revoke the token in the settings of the repository, project or workspace.',
  },
  {
    id: 'bitbucket-client-secret',
    name: 'Bitbucket OAuth consumer secret',
    shape: '({base64url:1}{[A-Za-z0-9_=-]:63}|{base62:30-40}|{[A-Za-z0-9_+-]:44})',
    role: 'secret',
    severity: 'error',
    near: ['bitbucket'],
    docs: 'https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/',
    revoke: "Delete the OAuth consumer in the workspace's settings and create another one.",
  },
] satisfies Detector[]
