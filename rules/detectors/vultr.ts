import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'vultr-api-key',
    name: 'Vultr API key',
    shape: '({base36-upper:36}|{hex:36})',
    role: 'secret',
    severity: 'error',
    near: ['vultr'],
    docs: 'https://docs.vultr.com',
    revoke: 'Regenerate the key in the account under API.',
  },
] satisfies Detector[]
