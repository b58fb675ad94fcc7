import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'duo-secret-key',
    name: 'Duo Security secret key',
    shape: '{base62:40}',
    role: 'secret',
    severity: 'error',
    near: ['duo_secret', 'duo_skey', 'skey', 'duo_key', 'duo_security', 'duo_api'],
    docs: 'https://duo.com/docs',
    revoke: 'Reset the secret key on the page of the application.',
  },
  {
    id: 'duo-integration-key',
    name: 'Duo Security integration key',
    shape: 'DI{base36-upper:18}',
    role: 'identifier',
    severity: 'information',
    near: ['duo', 'ikey', 'integration_key', 'duosecurity'],
    pair: 'duo-secret-key',
    docs: 'https://duo.com/docs',
    revoke: 'An identifier; reset the secret key that belongs to it.',
  },
] satisfies Detector[]
