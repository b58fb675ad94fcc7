import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'netrc-password',
    name: 'netrc password',
    shape: '(machine {[!-~]:1-100}|default) login {[!-~]:1-100} password {[!-~]:3-200}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html',
    revoke: 'Change the password at the machine that the entry names.',
  },
] satisfies Detector[]
