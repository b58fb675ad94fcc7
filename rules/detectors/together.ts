import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'together-api-key',
    name: 'Together AI API key',
    shape: 'tgp_v1_{base64url:43}',
    negatives: ['tgp_v1_{base64url:32}', 'tgp_v2_{base64url:43}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.together.ai',
    revoke: 'Regenerate the key in the settings under API Keys.',
  },
  {
    id: 'together-legacy-api-key',
    name: 'Together AI API key (old form)',
    shape: '{hex-lower:64}',
    role: 'secret',
    severity: 'error',
    near: ['together'],
    docs: 'https://docs.together.ai',
    revoke: 'Regenerate the key in the settings under API Keys.',
  },
] satisfies Detector[]
