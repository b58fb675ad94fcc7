import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'onfido-live-token',
    name: 'Onfido live token',
    shape: 'api_(live|live_us|live_ca).{base64url:11-80}(.{base64url:20-40})?',
    negatives: ['api_live.{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://documentation.onfido.com',
    revoke: 'Revoke the token in the dashboard under Settings, Tokens.',
  },
  {
    id: 'onfido-sandbox-token',
    name: 'Onfido sandbox token',
    shape: 'api_sandbox(_us|_ca)?.{base64url:20-80}(.{base64url:20-40})?',
    role: 'secret',
    severity: 'warning',
    docs: 'https://documentation.onfido.com',
    revoke: 'Revoke the token in the dashboard under Settings, Tokens.',
  },
] satisfies Detector[]
