import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'trello-api-token',
    name: 'Trello API token',
    shape: 'ATTA{hex:64}{hex-upper:8}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/',
    revoke: "Revoke the token in the account's settings; an API secret is renewed in the Power-Up's administration.",
  },
  {
    id: 'trello-legacy-api-token',
    name: 'Trello API key or token (old form)',
    shape: '({hex-lower:64}|{base62:32})',
    role: 'secret',
    severity: 'error',
    near: ['trello'],
    docs: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/',
    revoke: "Revoke the token in the account's settings; an API secret is renewed in the Power-Up's administration.",
  },
] satisfies Detector[]
