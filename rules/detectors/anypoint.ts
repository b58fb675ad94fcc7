import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'anypoint-client-secret',
    name: 'MuleSoft Anypoint client ID or secret',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['anypoint', 'mulesoft'],
    docs: 'https://docs.mulesoft.com',
    revoke: 'Reset the client secret in Access Management.',
  },
  {
    id: 'anypoint-api-key',
    name: 'MuleSoft Anypoint API key',
    shape: '{base62:8}(-{base62:4}){3}-{base62:12}',
    role: 'secret',
    severity: 'error',
    near: ['anypoint', 'mulesoft'],
    docs: 'https://docs.mulesoft.com',
    revoke: 'Reset the client secret in Access Management.',
  },
] satisfies Detector[]
