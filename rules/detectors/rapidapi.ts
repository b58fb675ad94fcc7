import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'rapidapi-api-key',
    name: 'RapidAPI API key',
    shape: '{hex-lower:10}msh{hex-lower:15}p1{hex-lower:6}jsn{hex-lower:12}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.rapidapi.com/docs/keys',
    revoke: "Rotate the key in the app's Authorization settings.",
  },
  {
    id: 'rapidapi-contextual-key',
    name: 'RapidAPI API key',
    shape: '{base64url:50}',
    role: 'secret',
    severity: 'error',
    near: ['rapidapi'],
    docs: 'https://docs.rapidapi.com/docs/keys',
    revoke: "Rotate the key in the app's Authorization settings.",
  },
] satisfies Detector[]
