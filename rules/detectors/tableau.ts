import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'tableau-personal-access-token',
    name: 'Tableau personal access token',
    shape: '{base64:22}==:{base62:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://help.tableau.com',
    revoke: "Revoke the token in the account's settings under Personal Access Tokens.",
  },
  {
    id: 'tableau-contextual-token',
    name: 'Tableau personal access token',
    shape: '{[A-Za-z0-9+/_-]:24-48}(=|==)?',
    role: 'secret',
    severity: 'error',
    near: ['tableau_pat', 'tableau_token', 'tableau_personal', 'tableau_access', 'tableau_secret', 'personalaccesstokenauth', 'x-tableau-auth'],
    docs: 'https://help.tableau.com',
    revoke: "Revoke the token in the account's settings under Personal Access Tokens.",
  },
] satisfies Detector[]
