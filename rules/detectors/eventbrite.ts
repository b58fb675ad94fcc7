import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'eventbrite-token',
    name: 'Eventbrite private token',
    shape: '{base36-upper:20}',
    role: 'secret',
    severity: 'error',
    near: ['eventbrite'],
    docs: 'https://www.eventbrite.com/platform/docs/authentication',
    revoke: "Delete the API key in the account's settings.",
  },
  {
    id: 'eventbrite-any-token',
    name: 'Eventbrite API key (any alphabet)',
    shape: '{base62:20}',
    role: 'secret',
    severity: 'error',
    near: ['eventbrite'],
    docs: 'https://www.eventbrite.com/platform/docs/authentication',
    revoke: "Delete the API key in the account's settings.",
  },
] satisfies Detector[]
