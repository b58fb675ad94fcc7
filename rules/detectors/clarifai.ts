import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'clarifai-api-key',
    name: 'Clarifai personal access token or API key',
    shape: '{hex:32-36}',
    role: 'secret',
    severity: 'error',
    near: ['clarifai'],
    docs: 'https://docs.clarifai.com',
    revoke: 'Delete the token in the security settings.',
  },
] satisfies Detector[]
