import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'circleci-personal-token',
    name: 'CircleCI personal API token',
    shape: 'CCIPAT_{base62:22}_{base36-lower:40}',
    role: 'secret',
    severity: 'error',
    docs: 'https://circleci.com/docs/managing-api-tokens/',
    revoke: "Delete the token under User settings, Personal API Tokens, or the project's settings.",
  },
  {
    id: 'circleci-project-token',
    name: 'CircleCI project API token',
    shape: 'CCIPRJ_{base62:22}_{hex:40}',
    role: 'secret',
    severity: 'error',
    docs: 'https://circleci.com/docs/managing-api-tokens/',
    revoke: "Delete the token under User settings, Personal API Tokens, or the project's settings.",
  },
  {
    id: 'circleci-legacy-token',
    name: 'CircleCI API token (old form)',
    shape: '{hex:40}',
    role: 'secret',
    severity: 'error',
    near: ['circle_ci', 'circle_token'],
    docs: 'https://circleci.com/docs/managing-api-tokens/',
    revoke: "Delete the token under User settings, Personal API Tokens, or the project's settings.",
  },
] satisfies Detector[]
