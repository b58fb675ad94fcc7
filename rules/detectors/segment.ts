import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'segment-public-api-token',
    name: 'Segment public API token',
    shape: 'sgp_{base62:64}',
    negatives: ['sgp_{hex-lower:40}', 'sgp_{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://segment.com/docs',
    revoke: "Revoke the token in the workspace's settings under Access Management.",
  },
  {
    id: 'segment-api-key',
    name: 'Segment API token (old form)',
    shape: '{base64url:40-50}.{base64url:40-50}',
    role: 'secret',
    severity: 'error',
    near: ['segment', 'sgmt'],
    docs: 'https://segment.com/docs',
    revoke: "Revoke the token in the workspace's settings under Access Management.",
  },
] satisfies Detector[]
