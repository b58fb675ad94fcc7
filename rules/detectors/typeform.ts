import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'typeform-personal-access-token',
    name: 'Typeform personal access token',
    shape: 'tfp_{[A-Za-z0-9_.=-]:40-59}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.typeform.com/developers/get-started/personal-access-token/',
    revoke: 'Revoke the token under Account, Personal tokens.',
  },
] satisfies Detector[]
