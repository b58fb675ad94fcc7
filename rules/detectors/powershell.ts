import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'powershell-secure-string',
    name: 'PowerShell password of a SecureString',
    shape: 'ConvertTo-SecureString (-AsPlainText )?(-String )?{["\']:1}<{[^"\'`$]:4-200}>',
    role: 'secret',
    severity: 'error',
    docs: 'https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring',
    revoke: 'Change the password, and read it from a vault.',
  },
  {
    id: 'powershell-network-credential',
    name: 'PowerShell password of a NetworkCredential',
    shape: 'NetworkCredential(]::new)?\\({["\']:1}{[^"\'`$]:1-100}{["\']:1},{[\\s]:0-2}{["\']:1}<{[^"\'`$]:4-200}>',
    role: 'secret',
    severity: 'error',
    docs: 'https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring',
    revoke: 'Change the password, and read it from a vault.',
  },
] satisfies Detector[]
