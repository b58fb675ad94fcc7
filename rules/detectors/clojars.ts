import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'clojars-deploy-token',
    name: 'Clojars deploy token',
    shape: 'CLOJARS_{base62:60}',
    role: 'secret',
    severity: 'error',
    docs: 'https://github.com/clojars/clojars-web/wiki/Deploy-Tokens',
    revoke: "Disable the deploy token in the account's settings.",
  },
] satisfies Detector[]
