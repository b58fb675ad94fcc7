import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'freemius-secret-key',
    name: 'Freemius secret key',
    shape: 'sk_{[!#-&(-~]:29}',
    role: 'secret',
    severity: 'error',
    near: ['freemius', 'secret_key'],
    docs: 'https://freemius.com/help/documentation/',
    revoke: 'Regenerate the key in the developer dashboard.',
  },
] satisfies Detector[]
