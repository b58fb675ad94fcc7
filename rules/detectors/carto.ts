import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'carto-api-access-token',
    name: 'CARTO API access token',
    shape: 'eyJhbGciOiJIUzI1NiJ9.eyJhIjoi{base64url:20-200}.{base64url:43}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.carto.com',
    revoke: 'Delete the API access token in the workspace.',
  },
  {
    id: 'carto-contextual-access-token',
    name: 'CARTO API access token',
    shape: 'eyJhbGciOiJIUzI1NiJ9.{base64url:20-80}.{base64url:20-60}',
    role: 'secret',
    severity: 'error',
    near: ['carto'],
    docs: 'https://docs.carto.com',
    revoke: 'Delete the API access token in the workspace.',
  },
] satisfies Detector[]
