import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'definednetworking-api-key',
    name: 'Defined Networking API key',
    shape: 'dnkey-{[A-Za-z0-9_=-]:26}-{[A-Za-z0-9_=-]:52}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.defined.net',
    revoke: 'Delete the key in the admin panel under API keys.',
  },
] satisfies Detector[]
