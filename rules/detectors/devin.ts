import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'devin-personal-api-key',
    name: 'Devin personal API key',
    shape: 'apk_user_{base64:120-180}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.devin.ai',
    revoke: 'Revoke the key in the settings.',
  },
  {
    id: 'devin-service-api-key',
    name: 'Devin service API key',
    shape: 'apk_{base64:80-100}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.devin.ai',
    revoke: 'Revoke the key in the settings.',
  },
  {
    id: 'devin-service-user-token',
    name: 'Devin service user token',
    shape: 'cog_{base32-lower:52}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.devin.ai',
    revoke: 'Revoke the key in the settings.',
  },
] satisfies Detector[]
