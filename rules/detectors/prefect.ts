import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'prefect-api-key',
    name: 'Prefect API key',
    shape: 'pn(u|b)_{base62:36}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.prefect.io/v3/manage/cloud/manage-users/api-keys',
    revoke: 'Delete the key in the settings under API keys.',
  },
] satisfies Detector[]
