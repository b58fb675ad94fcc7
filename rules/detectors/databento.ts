import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'databento-api-key',
    name: 'Databento API key',
    shape: 'db-{base62:29}',
    negatives: ['db-{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://databento.com/docs',
    revoke: "Deactivate the key on the portal's API keys page.",
  },
] satisfies Detector[]
