import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'triggerdev-secret-key',
    name: 'Trigger.dev secret key',
    shape: 'tr_(prod|stg|preview)_{base62:20-24}',
    role: 'secret',
    severity: 'error',
    docs: 'https://trigger.dev/docs',
    revoke: 'Regenerate the key in the dashboard under API keys.',
  },
  {
    id: 'triggerdev-development-key',
    name: 'Trigger.dev development secret key',
    shape: 'tr_dev_{base62:20-24}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://trigger.dev/docs',
    revoke: 'Regenerate the key in the dashboard under API keys.',
  },
  {
    id: 'triggerdev-personal-access-token',
    name: 'Trigger.dev personal access token',
    shape: 'tr_pat_{base62:20-40}',
    role: 'secret',
    severity: 'error',
    docs: 'https://trigger.dev/docs',
    revoke: 'Regenerate the key in the dashboard under API keys.',
  },
  {
    id: 'triggerdev-project-reference',
    name: 'Trigger.dev project reference',
    shape: 'proj_{base36-lower:12-32}',
    role: 'identifier',
    severity: 'information',
    near: ['trigger'],
    docs: 'https://trigger.dev/docs',
    revoke: 'An identifier; nothing to revoke.',
  },
] satisfies Detector[]
