import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'hcaptcha-secret-key',
    name: 'hCaptcha secret key',
    shape: 'ES_{hex:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.hcaptcha.com',
    revoke: "Generate another secret in the account's settings.",
  },
  {
    id: 'hcaptcha-legacy-secret-key',
    name: 'hCaptcha secret key (old form)',
    shape: '0x{hex:40}',
    role: 'secret',
    severity: 'error',
    near: ['hcaptcha'],
    docs: 'https://docs.hcaptcha.com',
    revoke: "Generate another secret in the account's settings.",
  },
] satisfies Detector[]
