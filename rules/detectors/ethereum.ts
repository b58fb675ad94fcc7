import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'ethereum-private-key',
    name: 'Ethereum private key',
    shape: '(0x)?{hex:64}',
    role: 'secret',
    severity: 'error',
    near: ['private_key', 'priv_key', 'wallet_key', 'deployer_key', 'signer_key', 'eth_key'],
    docs: 'https://ethereum.org/developers/docs/accounts/',
    revoke: "Move the funds to another account; a key can't be revoked.",
  },
] satisfies Detector[]
