import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'adafruit-key',
    name: 'Adafruit IO key',
    shape: 'aio_{base62:28}',
    role: 'secret',
    severity: 'error',
    docs: 'https://io.adafruit.com/api/docs/',
    revoke: 'Regenerate the key under My Key on Adafruit IO.',
  },
  {
    id: 'adafruit-io-key',
    name: 'Adafruit IO key',
    shape: '{base64url:32}',
    role: 'secret',
    severity: 'error',
    near: ['adafruit'],
    docs: 'https://io.adafruit.com/api/docs/',
    revoke: 'Regenerate the key under My Key on Adafruit IO.',
  },
] satisfies Detector[]
