import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'ollama-api-key',
    name: 'Ollama API key',
    shape: '{hex:32}.{base64url:24}',
    negatives: ['{hex-lower:32}{base64url:24}', '{hex-lower:32}'],
    role: 'secret',
    severity: 'error',
    near: ['ollama'],
    docs: 'https://docs.ollama.com',
    revoke: "Delete the key in the account's settings.",
  },
] satisfies Detector[]
