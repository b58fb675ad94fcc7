import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'persona-production-key',
    name: 'Persona production API key',
    shape: 'persona_production_{[a-z0-9_-]:20-80}',
    negatives: ['persona_production_{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.withpersona.com',
    revoke: 'Expire the key in the dashboard under API keys.',
  },
  {
    id: 'persona-sandbox-key',
    name: 'Persona sandbox API key',
    shape: 'persona_sandbox_{[a-z0-9_-]:20-80}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://docs.withpersona.com',
    revoke: 'Expire the key in the dashboard under API keys.',
  },
] satisfies Detector[]
