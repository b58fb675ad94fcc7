import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'gcnotify-api-key',
    name: 'GC Notify API key',
    shape: 'gcntfy-{[a-z0-9_-]:1-120}-{hex-lower:8}(-{hex-lower:4}){3}-{hex-lower:12}-{hex-lower:8}(-{hex-lower:4}){3}-{hex-lower:12}',
    role: 'secret',
    severity: 'error',
    docs: 'https://documentation.notification.canada.ca',
    revoke: 'Revoke the key on the API keys page of the service.',
  },
] satisfies Detector[]
