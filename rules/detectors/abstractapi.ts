import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'abstractapi-api-key',
    name: 'Abstract API API key',
    shape: '({hex-lower:32}|{base62:32})',
    role: 'secret',
    severity: 'error',
    near: ['abstract_api'],
    docs: 'https://docs.abstractapi.com',
    revoke: 'Regenerate the key in the dashboard.',
  },
] satisfies Detector[]
