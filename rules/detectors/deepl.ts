import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'deepl-free-api-key',
    name: 'DeepL API key (Free)',
    shape: '{hex-lower:8}(-{hex-lower:4}){3}-{hex-lower:12}:fx',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.deepl.com/docs/getting-started/auth',
    revoke: 'Deactivate the key in the account under API Keys.',
  },
  {
    id: 'deepl-api-key',
    name: 'DeepL API key (Pro)',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['deepl'],
    docs: 'https://developers.deepl.com/docs/getting-started/auth',
    revoke: 'Deactivate the key in the account under API Keys.',
  },
] satisfies Detector[]
