import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'planetscale-password',
    name: 'PlanetScale password',
    shape: 'pscale_pw_{[A-Za-z0-9_.=-]:32-64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://planetscale.com/docs',
    revoke: 'Delete the password or token in the settings of the database or organization.',
  },
  {
    id: 'planetscale-service-token',
    name: 'PlanetScale service token',
    shape: 'pscale_tkn_{[A-Za-z0-9_.=-]:32-64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://planetscale.com/docs',
    revoke: 'Delete the password or token in the settings of the database or organization.',
  },
  {
    id: 'planetscale-oauth-token',
    name: 'PlanetScale OAuth token',
    shape: 'pscale_oauth_{[A-Za-z0-9_.=-]:32-64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://planetscale.com/docs',
    revoke: 'Delete the password or token in the settings of the database or organization.',
  },
  {
    id: 'planetscale-username',
    name: 'PlanetScale user name or service token ID',
    shape: '{base36-lower:12}',
    role: 'identifier',
    severity: 'information',
    near: ['planetscale', 'pscale'],
    pair: 'planetscale-password',
    docs: 'https://planetscale.com/docs',
    revoke: 'Delete the password or token in the settings of the database or organization.',
  },
] satisfies Detector[]
