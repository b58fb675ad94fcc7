import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'keen-api-key',
    name: 'Keen project key',
    shape: '{hex:64}',
    role: 'secret',
    severity: 'error',
    near: ['keen', 'keenio'],
    docs: 'https://keen.io/docs/',
    revoke: "Revoke the key in the project's settings.",
  },
  {
    id: 'keen-project-id',
    name: 'Keen project ID',
    shape: '{hex:24}',
    role: 'identifier',
    severity: 'information',
    near: ['keen', 'keenio'],
    pair: 'keen-api-key',
    docs: 'https://keen.io/docs/',
    revoke: 'An identifier; revoke the key that belongs to it.',
  },
] satisfies Detector[]
