import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'branchio-live-key',
    name: 'Branch live key',
    shape: 'key_live_{base62:16-40}',
    role: 'public',
    severity: 'information',
    docs: 'https://help.branch.io/developers-hub',
    revoke: 'Made to be embedded in apps.',
  },
  {
    id: 'branchio-test-key',
    name: 'Branch test key',
    shape: 'key_test_{base62:16-40}',
    role: 'public',
    severity: 'information',
    docs: 'https://help.branch.io/developers-hub',
    revoke: 'Made to be embedded in apps.',
  },
  {
    id: 'branchio-secret-key',
    name: 'Branch secret key',
    shape: 'secret_(live|test)_{base62:32-64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://help.branch.io/developers-hub',
    revoke: 'Contact Branch support or create another app key.',
  },
  {
    id: 'branchio-secret',
    name: 'Branch secret',
    shape: '{base62:40-64}',
    role: 'secret',
    severity: 'error',
    near: ['branch_secret', 'branch_key_secret', 'branch_io'],
    docs: 'https://help.branch.io/developers-hub',
    revoke: 'Contact Branch support or create another app key.',
  },
] satisfies Detector[]
