import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'upstash-redis-token',
    name: 'Upstash Redis REST token',
    shape: 'AYNgAS{[A-Za-z0-9_+/-]:26-90}(=|==)?',
    role: 'secret',
    severity: 'error',
    docs: 'https://upstash.com/docs',
    revoke: 'Reset the credentials of the database in the console.',
  },
  {
    id: 'upstash-management-key',
    name: 'Upstash management API key',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['upstash'],
    docs: 'https://upstash.com/docs',
    revoke: 'Reset the credentials of the database in the console.',
  },
  {
    id: 'upstash-contextual-redis-token',
    name: 'Upstash Redis REST token',
    shape: '{base64:32-64}',
    role: 'secret',
    severity: 'error',
    near: ['upstash'],
    docs: 'https://upstash.com/docs',
    revoke: 'Reset the credentials of the database in the console.',
  },
] satisfies Detector[]
