import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'netlify-personal-access-token',
    name: 'Netlify access token',
    shape: 'nf(p|c|u|b|o)_{base62:36-48}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.netlify.com/api-and-cli-guides/api-guides/get-started-with-api/',
    revoke: 'Delete the token under User settings, Applications.',
  },
  {
    id: 'netlify-legacy-access-token',
    name: 'Netlify access token (old form)',
    shape: '({base64url:1}{[A-Za-z0-9_=-]:39-45}|{hex:60-64})',
    role: 'secret',
    severity: 'error',
    near: ['netlify'],
    docs: 'https://docs.netlify.com/api-and-cli-guides/api-guides/get-started-with-api/',
    revoke: 'Delete the token under User settings, Applications.',
  },
] satisfies Detector[]
