import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'laravel-app-key',
    name: 'Laravel application key',
    shape: 'base64:{base64:43}=',
    role: 'secret',
    severity: 'error',
    docs: 'https://laravel.com/docs/encryption',
    revoke: 'Make another key with `php artisan key:generate` and encrypt again what the old one protects.',
  },
  {
    id: 'laravel-legacy-app-key',
    name: 'Laravel application key (old form)',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['app_key', 'laravel'],
    docs: 'https://laravel.com/docs/encryption',
    revoke: 'Make another key with `php artisan key:generate` and encrypt again what the old one protects.',
  },
] satisfies Detector[]
