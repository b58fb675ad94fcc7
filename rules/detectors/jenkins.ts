import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'jenkins-api-token',
    name: 'Jenkins API token',
    shape: '({hex:32-36}|{hex:8}(-{hex:4}){3}-{hex:12})',
    role: 'secret',
    severity: 'error',
    near: ['jenkins', 'crumb'],
    docs: 'https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/',
    revoke: "Revoke the token in the user's configuration.",
  },
  {
    id: 'jenkins-setup-password',
    name: "Jenkins initial administrator's password",
    shape: '{hex:30-36}',
    role: 'secret',
    severity: 'error',
    near: ['initialadminpassword', 'please use the following password', 'this may also be found at', 'jenkins'],
    docs: 'https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/',
    revoke: "Revoke the token in the user's configuration.",
  },
] satisfies Detector[]
