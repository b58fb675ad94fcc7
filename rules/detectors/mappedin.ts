import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'mappedin-key',
    name: 'Mappedin API key',
    shape: 'mik_{base62:20}',
    role: 'identifier',
    severity: 'information',
    pair: 'mappedin-secret',
    docs: 'https://developer.mappedin.com',
    revoke: 'Delete the key on the developer site.',
  },
  {
    id: 'mappedin-long-key',
    name: 'Mappedin API key (long form)',
    shape: 'mik_{base62:25}',
    role: 'identifier',
    severity: 'information',
    pair: 'mappedin-secret',
    docs: 'https://developer.mappedin.com',
    revoke: 'Delete the key on the developer site.',
  },
  {
    id: 'mappedin-secret',
    name: 'Mappedin API secret',
    shape: 'mis_{base62:48-51}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.mappedin.com',
    revoke: 'Delete the key on the developer site.',
  },
] satisfies Detector[]
