import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'chartmogul-api-key',
    name: 'ChartMogul API key',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['chartmogul'],
    docs: 'https://dev.chartmogul.com',
    revoke: 'Revoke the key in the profile under API keys.',
  },
] satisfies Detector[]
