import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pushbullet-access-token',
    name: 'Pushbullet access token',
    shape: 'o.{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['pushbullet'],
    docs: 'https://docs.pushbullet.com',
    revoke: "Delete the token in the account's settings.",
  },
] satisfies Detector[]
