import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'coze-personal-access-token',
    name: 'Coze personal access token',
    shape: 'pat_{base62:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.coze.com/docs',
    revoke: 'Delete the token in the settings under API.',
  },
] satisfies Detector[]
