import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'polymarket-private-key',
    name: 'Polymarket private key',
    shape: '0x{hex-lower:64}',
    role: 'secret',
    severity: 'error',
    near: ['polymarket', 'poly_'],
    docs: 'https://docs.polymarket.com',
    revoke: 'Delete the API key with the CLOB client; move the funds of a leaked wallet.',
  },
  {
    id: 'polymarket-api-secret',
    name: 'Polymarket API secret',
    shape: '{base64url:43}=',
    role: 'secret',
    severity: 'error',
    near: ['polymarket', 'poly_', 'clob'],
    docs: 'https://docs.polymarket.com',
    revoke: 'Delete the API key with the CLOB client; move the funds of a leaked wallet.',
  },
  {
    id: 'polymarket-api-key',
    name: 'Polymarket API key',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['polymarket', 'clob'],
    docs: 'https://docs.polymarket.com',
    revoke: 'Delete the API key with the CLOB client; move the funds of a leaked wallet.',
  },
] satisfies Detector[]
