import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'unkey-root-key',
    name: 'Unkey root key',
    shape: 'unkey_{base62:20-32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.unkey.com/docs',
    revoke: 'Delete the root key in the settings.',
  },
  {
    id: 'unkey-key-id',
    name: 'Unkey key ID',
    shape: 'key_{base62:10-48}',
    role: 'identifier',
    severity: 'information',
    near: ['unkey'],
    docs: 'https://www.unkey.com/docs',
    revoke: 'Delete the root key in the settings.',
  },
] satisfies Detector[]
