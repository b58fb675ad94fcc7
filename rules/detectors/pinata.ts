import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pinata-api-secret',
    name: 'Pinata API secret',
    shape: '{hex-lower:64}',
    role: 'secret',
    severity: 'error',
    near: ['pinata'],
    docs: 'https://docs.pinata.cloud',
    revoke: 'Revoke the key on the API Keys page.',
  },
  {
    id: 'pinata-api-key',
    name: 'Pinata API key',
    shape: '{hex-lower:20}',
    role: 'identifier',
    severity: 'information',
    near: ['pinata'],
    pair: 'pinata-api-secret',
    docs: 'https://docs.pinata.cloud',
    revoke: 'Revoke the key on the API Keys page.',
  },
  {
    id: 'pinata-jwt',
    name: 'Pinata JWT',
    shape: 'e(yJ|wogIC){base64url:12-512}.ey{base64url:0-512}.{base64url:24-512}',
    role: 'secret',
    severity: 'error',
    near: ['pinata'],
    docs: 'https://docs.pinata.cloud',
    revoke: 'Revoke the key on the API Keys page.',
  },
] satisfies Detector[]
