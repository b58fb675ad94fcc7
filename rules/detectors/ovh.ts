import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'ovh-application-secret',
    name: 'OVHcloud application secret or consumer key',
    shape: '{[A-Za-z0-9-]:32}',
    role: 'secret',
    severity: 'error',
    near: ['ovh', 'application_secret', 'consumer_key'],
    docs: 'https://help.ovhcloud.com',
    revoke: 'Delete the credential with the API under /me/api/credential.',
  },
  {
    id: 'ovh-application-key',
    name: 'OVHcloud application key',
    shape: '{[A-Za-z0-9-]:16}',
    role: 'identifier',
    severity: 'information',
    near: ['ovh', 'application_key'],
    pair: 'ovh-application-secret',
    docs: 'https://help.ovhcloud.com',
    revoke: 'Delete the credential with the API under /me/api/credential.',
  },
] satisfies Detector[]
