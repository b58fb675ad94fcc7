import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'trendmicro-api-key',
    name: 'Trend Micro Cloud One API key',
    shape: 'tmc1{base62:26-32}:{base62:60-70}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.trendmicro.com',
    revoke: 'Delete the key under Administration, API Keys.',
  },
  {
    id: 'trendmicro-deep-security-key',
    name: 'Trend Micro Cloud One Deep Security API key',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}:{hex:8}(-{hex:4}){3}-{hex:12}:{base64:40-60}',
    role: 'secret',
    severity: 'error',
    near: ['deep_security', 'trend_micro', 'api-secret-key'],
    docs: 'https://docs.trendmicro.com',
    revoke: 'Delete the key under Administration, API Keys.',
  },
] satisfies Detector[]
