import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'voiceflow-api-key',
    name: 'Voiceflow API key',
    shape: 'VF.(DM|WS).{hex:24}.{base62:16}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.voiceflow.com',
    revoke: "Delete the key in the agent's integrations.",
  },
] satisfies Detector[]
