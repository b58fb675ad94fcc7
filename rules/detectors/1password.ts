import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: '1password-service-account-token',
    name: '1Password service account token',
    shape: 'ops_eyJ{base64:250-1200}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.1password.com/docs/service-accounts/',
    revoke: 'Revoke the token of the service account on 1Password.com.',
  },
  {
    id: '1password-secret-key',
    name: '1Password secret key',
    shape: 'A3-{base36-upper:6}-({base36-upper:11}|{base36-upper:6}-{base36-upper:5})-{base36-upper:5}-{base36-upper:5}-{base36-upper:5}',
    role: 'secret',
    severity: 'error',
    docs: 'https://support.1password.com/secret-key/',
    revoke: 'Regenerate the Secret Key under My Profile on 1Password.com.',
  },
  {
    id: '1password-recovery-code',
    name: '1Password recovery code',
    shape: '1PRK(-{base36-upper:4}){13}',
    role: 'secret',
    severity: 'error',
    docs: 'https://support.1password.com/recovery-codes/',
    revoke: "Replace the recovery code in the account's settings.",
  },
  {
    id: '1password-account-key',
    name: '1Password Secret Key',
    shape: 'A{digits:1}-{base36-upper:6}-{base36-upper:6}(-{base36-upper:5}){4}',
    role: 'secret',
    severity: 'error',
    near: ['1password', 'op_secret_key', 'onepassword'],
    docs: 'https://developer.1password.com/docs/service-accounts/',
    revoke: 'Revoke the token of the service account on 1Password.com.',
  },
] satisfies Detector[]
