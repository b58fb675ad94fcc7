import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'rootly-api-key',
    name: 'Rootly API key',
    shape: 'rootly_{hex:64}',
    negatives: ['rootly_{lower:5}', 'rootly_{[0]:60}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.rootly.com',
    revoke: 'Delete the key in the settings under API Keys.',
  },
] satisfies Detector[]
