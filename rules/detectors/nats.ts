import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'nats-nkey-seed',
    name: 'NATS NKey seed',
    shape: 'S{[ACNOUX]:1}A{[A-P]:1}{base32:54}',
    role: 'secret',
    severity: 'error',
    checksum: 'nkey',
    docs: 'https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth',
    revoke: 'Make another key with `nk -gen user` and replace the public key in the configuration of the server, or revoke it with `nsc revocations add-user`.',
  },
] satisfies Detector[]
