import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'neon-api-key',
    name: 'Neon API key',
    shape: 'napi_{base62:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://neon.com/docs/manage/api-keys',
    revoke: 'Revoke the key under Account settings, API keys.',
  },
  {
    id: 'neon-password',
    name: 'Neon database password',
    shape: 'npg_{base62:12}',
    role: 'secret',
    severity: 'error',
    docs: 'https://neon.com/docs/manage/api-keys',
    revoke: 'Reset the password of the role in the console.',
  },
] satisfies Detector[]
