import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'django-secret-key',
    name: 'Django secret key',
    shape: '{[A-Za-z0-9!@#$%^&*()_+-]:1}{[A-Za-z0-9!@#$%^&*()_=+-]:44-55}',
    role: 'secret',
    severity: 'error',
    near: ['secret_key', 'django'],
    docs: 'https://docs.djangoproject.com/en/stable/ref/settings/#secret-key',
    revoke: 'Set another `SECRET_KEY` and keep the old one in `SECRET_KEY_FALLBACKS` for a while.',
  },
  {
    id: 'django-insecure-secret-key',
    name: 'Django generated secret key',
    shape: 'django-insecure-{[^"\']:40-64}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://docs.djangoproject.com/en/stable/ref/settings/#secret-key',
    revoke: 'Set another `SECRET_KEY` and keep the old one in `SECRET_KEY_FALLBACKS` for a while.',
  },
] satisfies Detector[]
