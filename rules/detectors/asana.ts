import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'asana-personal-access-token',
    name: 'Asana personal access token',
    shape: '(1/{digits:14-16}:{hex:32}|2/{digits:16}/{digits:16}:{hex:32})',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.asana.com/docs/personal-access-token',
    revoke: 'Deauthorize the token in the developer console.',
  },
  {
    id: 'asana-legacy-token',
    name: 'Asana personal access token (old form)',
    shape: '0/{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['asana'],
    docs: 'https://developers.asana.com/docs/personal-access-token',
    revoke: 'Deauthorize the token in the developer console.',
  },
  {
    id: 'asana-client-secret',
    name: 'Asana OAuth client secret',
    shape: '{base62:30-40}',
    role: 'secret',
    severity: 'error',
    near: ['asana'],
    docs: 'https://developers.asana.com/docs/personal-access-token',
    revoke: 'Deauthorize the token in the developer console.',
  },
  {
    id: 'asana-client-id',
    name: 'Asana OAuth client ID',
    shape: '{digits:16}',
    role: 'identifier',
    severity: 'information',
    near: ['asana'],
    pair: 'asana-client-secret',
    docs: 'https://developers.asana.com/docs/personal-access-token',
    revoke: 'An identifier; reset the client secret that belongs to it.',
  },
] satisfies Detector[]
