import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'squarespace-api-key',
    name: 'Squarespace API key',
    shape: '{hex-lower:8}(-{hex-lower:4}){3}-{hex-lower:12}',
    role: 'secret',
    severity: 'error',
    near: ['squarespace'],
    docs: 'https://developers.squarespace.com',
    revoke: "Delete the key in the site's developer settings.",
  },
] satisfies Detector[]
