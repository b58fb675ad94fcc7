import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'jwt-token',
    name: 'JSON Web Token',
    shape: 'eyJ{base64url:14-1000}.eyJ{base64url:14-4000}.{base64url:20-1400}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://www.rfc-editor.org/rfc/rfc7519',
    revoke: 'It holds until it expires; rotate the key that signed it.',
  },
  {
    id: 'jwt-base64-token',
    name: 'JSON Web Token (in base64)',
    shape: 'ZXlK{base64:100-8000}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://www.rfc-editor.org/rfc/rfc7519',
    revoke: 'It holds until it expires; rotate the key that signed it.',
  },
] satisfies Detector[]
