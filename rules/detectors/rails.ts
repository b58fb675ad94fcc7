import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'rails-master-key',
    name: 'Ruby on Rails master key',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['master_key', 'rails'],
    docs: 'https://guides.rubyonrails.org/security.html',
    revoke: 'Make another key and encrypt again what the old one protects.',
  },
  {
    id: 'rails-secret-key-base',
    name: 'Ruby on Rails secret key base',
    shape: '{hex:64-128}',
    role: 'secret',
    severity: 'error',
    near: ['secret_key_base', 'secret_token', 'devise', 'rails'],
    docs: 'https://guides.rubyonrails.org/security.html',
    revoke: 'Make another key and encrypt again what the old one protects.',
  },
] satisfies Detector[]
