import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'fileio-secret-key',
    name: 'File.io secret key',
    shape: '{base62:20}.{base62:20}',
    role: 'secret',
    severity: 'error',
    near: ['file_io'],
    docs: 'https://www.file.io',
    revoke: 'Delete the key in the account.',
  },
] satisfies Detector[]
