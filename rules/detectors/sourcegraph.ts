import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'sourcegraph-access-token',
    name: 'Sourcegraph access token',
    shape: 'sgp_(({hex:16}|local)_)?{hex:40}',
    role: 'secret',
    severity: 'error',
    docs: 'https://sourcegraph.com/docs',
    revoke: "Delete the token in the user's settings under Access tokens.",
  },
  {
    id: 'sourcegraph-cody-gateway-key',
    name: 'Sourcegraph Cody Gateway key',
    shape: 'slk_{hex:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://sourcegraph.com/docs',
    revoke: "Delete the token in the user's settings under Access tokens.",
  },
  {
    id: 'sourcegraph-dotcom-token',
    name: 'Sourcegraph dotcom user token',
    shape: 'sgd_{hex:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://sourcegraph.com/docs',
    revoke: "Delete the token in the user's settings under Access tokens.",
  },
  {
    id: 'sourcegraph-legacy-token',
    name: 'Sourcegraph access token (old form)',
    shape: '{hex:40}',
    role: 'secret',
    severity: 'error',
    near: ['sourcegraph'],
    docs: 'https://sourcegraph.com/docs',
    revoke: "Delete the token in the user's settings under Access tokens.",
  },
] satisfies Detector[]
