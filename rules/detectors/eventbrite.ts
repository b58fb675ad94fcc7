import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'eventbrite-token',
    name: 'Eventbrite private token',
    shape: '{base62:20}',
    role: 'secret',
    severity: 'error',
    near: ['eventbrite'],
    docs: 'https://www.eventbrite.com/platform/docs/authentication',
    revoke: "Delete the API key in the account's settings.",
  },
] satisfies Detector[]
