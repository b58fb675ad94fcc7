import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'sumologic-access-key',
    name: 'Sumo Logic access key',
    shape: '{base62:64}',
    role: 'secret',
    severity: 'error',
    near: ['sumologic', 'sumo'],
    docs: 'https://help.sumologic.com',
    revoke: 'Delete the access key in the preferences.',
  },
  {
    id: 'sumologic-access-id',
    name: 'Sumo Logic access ID',
    shape: 'su{base62:10-14}',
    role: 'identifier',
    severity: 'information',
    near: ['sumo'],
    pair: 'sumologic-access-key',
    docs: 'https://help.sumologic.com',
    revoke: 'An identifier; delete the access key that belongs to it.',
  },
] satisfies Detector[]
