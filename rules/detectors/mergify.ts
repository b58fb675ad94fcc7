import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'mergify-application-key',
    name: 'Mergify application key',
    shape: 'mergify_application_key_{base64url:40-200}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.mergify.com',
    revoke: 'Delete the application key in the dashboard.',
  },
] satisfies Detector[]
