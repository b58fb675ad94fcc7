import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'polymarket-private-key',
    name: 'Polymarket private key',
    shape: '0x{hex:64}',
    role: 'secret',
    severity: 'error',
    near: ['polymarket', 'poly_'],
    docs: 'https://docs.polymarket.com',
    revoke: 'Delete the API key with the CLOB client; move the funds of a leaked wallet.',
  },
  {
    id: 'polymarket-api-secret',
    name: 'Polymarket API secret',
    shape: '{base64:40-88}',
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
    near: ['polymarket', 'clob', 'poly_key', 'poly_api', 'poly_market_key'],
    docs: 'https://docs.polymarket.com',
    revoke: 'Delete the API key with the CLOB client; move the funds of a leaked wallet.',
  },
  {
    id: 'polymarket-passphrase',
    name: 'Polymarket API passphrase',
    shape: '{base62:1}{word:7-127}',
    role: 'secret',
    severity: 'error',
    near: ['poly_passphrase', 'polymarket_passphrase', 'poly_market_passphrase', 'clob_pass'],
    docs: 'https://docs.polymarket.com',
    revoke: 'Delete the API key with the CLOB client; move the funds of a leaked wallet.',
  },
] satisfies Detector[]
