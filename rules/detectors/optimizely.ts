import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'optimizely-personal-access-token',
    name: 'Optimizely personal access token',
    shape: '{[A-Za-z0-9:_-]:54}',
    role: 'secret',
    severity: 'error',
    near: ['optimizely'],
    docs: 'https://docs.developers.optimizely.com',
    revoke: 'Revoke the token in the profile under API Access.',
  },
] satisfies Detector[]
