import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'buildkite-api-token',
    name: 'Buildkite API access token',
    shape: 'bkua_({base36-lower:40}|{base36-lower:53})',
    negatives: ['bkua_{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://buildkite.com/docs/apis/managing-api-tokens',
    revoke: 'Revoke the token under Personal settings, API Access Tokens, or delete the agent token.',
  },
  {
    id: 'buildkite-agent-token',
    name: 'Buildkite agent token',
    shape: 'bk(ar|ct|at)_{base64url:32-128}',
    role: 'secret',
    severity: 'error',
    docs: 'https://buildkite.com/docs/apis/managing-api-tokens',
    revoke: 'Revoke the token under Personal settings, API Access Tokens, or delete the agent token.',
  },
  {
    id: 'buildkite-service-token',
    name: 'Buildkite service token',
    shape: 'bk(aa_{base64url:75}|aj_{base64url:333}|pt_{base64url:199}|pat_{base64url:54}|ps_{base64url:64})',
    role: 'secret',
    severity: 'error',
    docs: 'https://buildkite.com/docs/apis/managing-api-tokens',
    revoke: 'Revoke the token under Personal settings, API Access Tokens, or delete the agent token.',
  },
] satisfies Detector[]
