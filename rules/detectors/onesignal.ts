import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'onesignal-api-key',
    name: 'OneSignal API key',
    shape: 'os_v2_(app|org)_{base32-lower:103}',
    negatives: ['os_v2_app_{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://documentation.onesignal.com/docs/keys-and-ids',
    revoke: 'Rotate the key under Settings, Keys & IDs.',
  },
  {
    id: 'onesignal-user-key',
    name: 'OneSignal user key',
    shape: 'os_v2_user_{base32-lower:60-120}',
    role: 'secret',
    severity: 'error',
    docs: 'https://documentation.onesignal.com/docs/keys-and-ids',
    revoke: 'Rotate the key under Settings, Keys & IDs.',
  },
  {
    id: 'onesignal-legacy-rest-key',
    name: 'OneSignal REST API key (old form)',
    shape: '({base62:48}|{base62:32})',
    role: 'secret',
    severity: 'error',
    near: ['one_signal'],
    docs: 'https://documentation.onesignal.com/docs/keys-and-ids',
    revoke: 'Rotate the key under Settings, Keys & IDs.',
  },
] satisfies Detector[]
