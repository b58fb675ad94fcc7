import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pubnub-secret-key',
    name: 'PubNub secret key',
    shape: 'sec-c-{base64:48}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.pubnub.com/docs/',
    revoke: 'Rotate the keys of the keyset in the admin portal.',
  },
  {
    id: 'pubnub-client-key',
    name: 'PubNub publish or subscribe key',
    shape: '(pub|sub)-c-{base62:8}(-{base62:4}){3}-{base62:12}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://www.pubnub.com/docs/',
    revoke: 'Rotate the keys of the keyset in the admin portal.',
  },
] satisfies Detector[]
