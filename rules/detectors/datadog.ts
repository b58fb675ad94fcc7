import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'datadog-api-key',
    name: 'Datadog API key',
    shape: '{base36-lower:32}',
    role: 'secret',
    severity: 'error',
    near: ['datadog', 'dd_api'],
    docs: 'https://docs.datadoghq.com/account_management/api-app-keys/',
    revoke: 'Revoke the key under Organization Settings.',
  },
  {
    id: 'datadog-application-key',
    name: 'Datadog application key',
    shape: '{[A-Za-z0-9-]:40}',
    role: 'secret',
    severity: 'error',
    near: ['datadog', 'dd_app'],
    docs: 'https://docs.datadoghq.com/account_management/api-app-keys/',
    revoke: 'Revoke the key under Organization Settings.',
  },
  {
    id: 'datadog-client-token',
    name: 'Datadog RUM client token',
    shape: 'pub{hex:32}',
    role: 'public',
    severity: 'information',
    near: ['datadog', 'dd_client', 'ddrum', 'client_token'],
    docs: 'https://docs.datadoghq.com/account_management/api-app-keys/',
    revoke: 'Public by design; nothing to revoke.',
  },
  {
    id: 'datadog-prefixed-application-key',
    name: 'Datadog application key (with its mark)',
    shape: 'ddapp_{base62:34}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.datadoghq.com/account_management/api-app-keys/',
    revoke: 'Revoke the key under Organization Settings.',
  },
] satisfies Detector[]
