import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'aspnet-validation-key',
    name: 'ASP.NET machine key (validation)',
    shape: '{hex:40-256}',
    role: 'secret',
    severity: 'error',
    near: ['validationkey'],
    docs: 'https://learn.microsoft.com/dotnet/api/system.web.configuration.machinekeysection',
    revoke: 'Generate another machine key on every server; old view states and tickets end with it.',
  },
  {
    id: 'aspnet-decryption-key',
    name: 'ASP.NET machine key (decryption)',
    shape: '{hex:32-128}',
    role: 'secret',
    severity: 'error',
    near: ['decryptionkey'],
    docs: 'https://learn.microsoft.com/dotnet/api/system.web.configuration.machinekeysection',
    revoke: 'Generate another machine key on every server; old view states and tickets end with it.',
  },
] satisfies Detector[]
