import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'age-secret-key',
    name: 'age secret key',
    shape: 'AGE-SECRET-KEY-1{base36-upper:58}',
    negatives: ['AGE-SECRET-KEY-1{base36-upper:40}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://github.com/FiloSottile/age',
    revoke: 'Make another key with `age-keygen` and encrypt again what the old one could read.',
  },
  {
    id: 'age-post-quantum-secret-key',
    name: 'age post quantum secret key',
    shape: 'AGE-SECRET-KEY-PQ-1{base36-upper:58}',
    role: 'secret',
    severity: 'error',
    docs: 'https://github.com/FiloSottile/age',
    revoke: 'Make another key with `age-keygen` and encrypt again what the old one could read.',
  },
  {
    id: 'age-plugin-identity',
    name: 'age plugin identity',
    shape: 'AGE-PLUGIN-{[A-Z0-9]:2-24}-1{base36-upper:20-300}',
    role: 'secret',
    severity: 'error',
    docs: 'https://github.com/FiloSottile/age',
    revoke: 'Make another identity with the plugin and encrypt again what the old one could read.',
  },
] satisfies Detector[]
