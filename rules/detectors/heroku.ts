import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'heroku-api-key',
    name: 'Heroku API key',
    shape: 'HRKU-{base64url:60}',
    role: 'secret',
    severity: 'error',
    docs: 'https://devcenter.heroku.com/articles/authentication',
    revoke: "Regenerate the API key in the account's settings or revoke it with `heroku authorizations:revoke`.",
  },
  {
    id: 'heroku-uuid-api-key',
    name: 'Heroku API key (HRKU- and a UUID)',
    shape: 'HRKU-{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    docs: 'https://devcenter.heroku.com/articles/authentication',
    revoke: "Regenerate the API key in the account's settings or revoke it with `heroku authorizations:revoke`.",
  },
  {
    id: 'heroku-legacy-api-key',
    name: 'Heroku API key (old form)',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['heroku'],
    docs: 'https://devcenter.heroku.com/articles/authentication',
    revoke: "Regenerate the API key in the account's settings or revoke it with `heroku authorizations:revoke`.",
  },
] satisfies Detector[]
