import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'windows-unattend-password',
    name: 'password of a Windows answer file',
    shape: '\\<(Administrator)?Password\\>{[\\s\\r\\n\\t]:0-40}\\<Value\\><{[^\\<$%{]:4-512}>\\</Value\\>',
    role: 'secret',
    severity: 'error',
    docs: 'https://learn.microsoft.com/windows-hardware/customize/desktop/unattend/',
    revoke: "Change the account's password.",
  },
] satisfies Detector[]
