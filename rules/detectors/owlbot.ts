import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'owlbot-api-token',
    name: 'OwlBot API token',
    shape: '{hex:40}',
    role: 'secret',
    severity: 'error',
    near: ['owlbot'],
    docs: 'https://owlbot.info',
    revoke: 'Delete the token in the account.',
  },
] satisfies Detector[]
