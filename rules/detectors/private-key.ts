import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'private-key',
    name: 'private key (PEM)',
    shape: '-----BEGIN (RSA |EC |DSA |OPENSSH )?PRIVATE KEY-----{[A-Za-z0-9+/=\\r\\n\\t "\'\\\\,]:64-8000}-----END (RSA |EC |DSA |OPENSSH )?PRIVATE KEY-----',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.rfc-editor.org/rfc/rfc7468',
    revoke: 'Make another key pair, replace the public key wherever it is trusted, and destroy this one.',
  },
] satisfies Detector[]
