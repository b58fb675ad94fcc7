import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'wireguard-private-key',
    name: 'WireGuard private key',
    shape: '{base64:43}=',
    role: 'secret',
    severity: 'error',
    near: ['private_key', 'wireguard', 'wg'],
    docs: 'https://www.wireguard.com/quickstart/',
    revoke: 'Make another key pair with `wg genkey` and replace the public key at every peer.',
  },
  {
    id: 'wireguard-preshared-key',
    name: 'WireGuard preshared key',
    shape: '{base64:43}=',
    role: 'secret',
    severity: 'error',
    near: ['preshared_key', 'wg_psk'],
    docs: 'https://www.wireguard.com/quickstart/',
    revoke: 'Make another key pair with `wg genkey` and replace the public key at every peer.',
  },
] satisfies Detector[]
