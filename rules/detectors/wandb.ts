import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'wandb-api-key-v1',
    name: 'Weights & Biases API key',
    shape: 'wandb_v1_{word:77}',
    negatives: ['wandb_v2_{word:77}', 'wandb_v1_{word:40}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.wandb.ai',
    revoke: "Delete the key in the user's settings.",
  },
  {
    id: 'wandb-api-key',
    name: 'Weights & Biases API key (old form)',
    shape: '{hex:40}',
    negatives: ['{hex-lower:32}'],
    role: 'secret',
    severity: 'error',
    near: ['wandb', 'weights_and_biases'],
    docs: 'https://docs.wandb.ai',
    revoke: "Delete the key in the user's settings.",
  },
] satisfies Detector[]
