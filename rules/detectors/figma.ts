import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'figma-personal-access-token',
    name: 'Figma personal access token',
    shape: 'figd_{base64url:38-42}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developers.figma.com/docs/rest-api/',
    revoke: 'Revoke the token under Settings, Security.',
  },
  {
    id: 'figma-oauth-token',
    name: 'Figma OAuth token',
    shape: 'fig(o|u|r)_{base64url:38-60}',
    role: 'secret',
    severity: 'error',
    near: ['figma'],
    docs: 'https://developers.figma.com/docs/rest-api/',
    revoke: 'Revoke the token under Settings, Security.',
  },
  {
    id: 'figma-legacy-token',
    name: 'Figma personal access token (old form)',
    shape: '{hex:4}-{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['figma'],
    docs: 'https://developers.figma.com/docs/rest-api/',
    revoke: 'Revoke the token under Settings, Security.',
  },
] satisfies Detector[]
