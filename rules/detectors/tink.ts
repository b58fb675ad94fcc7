import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'tink-keyset',
    name: 'Google Tink plaintext keyset',
    shape: '"primaryKeyId"{[\\s\\r\\n\\t]:0-4}:{[\\s\\r\\n\\t]:0-4}{digits:5-12},{[\\s\\r\\n\\t]:0-40}"key"',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.google.com/tink',
    revoke: 'Make another keyset and encrypt again what the old one protects.',
  },
  {
    id: 'tink-base64-keyset',
    name: 'Google Tink plaintext keyset (in base64)',
    shape: '{base64:0-300}(dHlwZS5nb29nbGVhcGlzLmNvbS9nb29nbGUuY3J5cHRvLnRpb|R5cGUuZ29vZ2xlYXBpcy5jb20vZ29vZ2xlLmNyeXB0by50aW5r|0eXBlLmdvb2dsZWFwaXMuY29tL2dvb2dsZS5jcnlwdG8udGlua){base64:2-2000}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.google.com/tink',
    revoke: 'Make another keyset and encrypt again what the old one protects.',
  },
] satisfies Detector[]
