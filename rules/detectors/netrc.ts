import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'netrc-password',
    name: 'netrc password',
    shape: 'login{[\\s\\r\\n\\t]:1-8}{[!-~]:1-100}{[\\s\\r\\n\\t]:1-8}password{[\\s\\r\\n\\t]:1-8}<{[!-~]:3-200}>',
    role: 'secret',
    severity: 'error',
    near: ['machine', 'default login'],
    docs: 'https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html',
    revoke: 'Change the password at the machine that the entry names.',
  },
] satisfies Detector[]
