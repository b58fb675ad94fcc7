import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'runpod-api-key',
    name: 'RunPod API key',
    shape: 'rpa_{base36-upper:40}{base62:6}',
    negatives: ['rpa_{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.runpod.io',
    revoke: 'Delete the key in the settings under API Keys.',
  },
] satisfies Detector[]
