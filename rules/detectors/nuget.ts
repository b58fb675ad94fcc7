import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'nuget-api-key',
    name: 'NuGet API key',
    shape: 'oy2{base36-lower:43}',
    role: 'secret',
    severity: 'error',
    docs: 'https://learn.microsoft.com/nuget/nuget-org/publish-a-package',
    revoke: 'Delete or regenerate the key under API Keys on nuget.org.',
  },
  {
    id: 'nuget-contextual-api-key',
    name: 'NuGet API key',
    shape: '{base62:46}',
    role: 'secret',
    severity: 'error',
    near: ['nuget'],
    docs: 'https://learn.microsoft.com/nuget/nuget-org/publish-a-package',
    revoke: 'Delete or regenerate the key under API Keys on nuget.org.',
  },
] satisfies Detector[]
