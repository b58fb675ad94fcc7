import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'rubygems-api-key',
    name: 'RubyGems API key',
    shape: 'rubygems_{hex-lower:48}',
    role: 'secret',
    severity: 'error',
    docs: 'https://guides.rubygems.org/api-key-scopes/',
    revoke: 'Delete the key under Settings, API keys on rubygems.org.',
  },
] satisfies Detector[]
