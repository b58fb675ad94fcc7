import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'geoapify-api-key',
    name: 'Geoapify API key',
    shape: '({hex-lower:32}|{base62:32})',
    role: 'secret',
    severity: 'error',
    near: ['geoapify'],
    docs: 'https://apidocs.geoapify.com',
    revoke: 'Delete the key on the page of the project.',
  },
] satisfies Detector[]
