import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'gemstash-api-key',
    name: 'Gemstash API key',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['gemstash', ':test_key', 'gem_host_api_key'],
    docs: 'https://github.com/rubygems/gemstash',
    revoke: 'Remove the key with `gemstash authorize --remove`.',
  },
] satisfies Detector[]
