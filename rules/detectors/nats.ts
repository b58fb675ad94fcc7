import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'nats-nkey-seed',
    name: 'NATS NKey seed',
    shape: 'S(A|C|N|O|U|X)A{base32:55}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth',
    revoke: 'Make another key with `nk -gen user` and replace the public key in the configuration of the server, or revoke it with `nsc revocations add-user`.',
  },
] satisfies Detector[]
