import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'honeycomb-ingest-key',
    name: 'Honeycomb ingest key',
    shape: 'hc{base36-lower:1}ik_{base62:58}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.honeycomb.io/configure/environments/manage-api-keys/',
    revoke: "Disable or delete the key in the environment's settings.",
  },
  {
    id: 'honeycomb-api-key',
    name: 'Honeycomb API key (old form)',
    shape: '({base62:22}|{hex:32})',
    role: 'secret',
    severity: 'error',
    near: ['honeycomb'],
    docs: 'https://docs.honeycomb.io/configure/environments/manage-api-keys/',
    revoke: "Disable or delete the key in the environment's settings.",
  },
] satisfies Detector[]
