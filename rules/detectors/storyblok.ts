import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'storyblok-access-token',
    name: 'Storyblok access token',
    shape: '{base62:22}tt',
    role: 'secret',
    severity: 'error',
    near: ['storyblok', 'access_token', 'preview_token'],
    docs: 'https://www.storyblok.com/docs',
    revoke: "Delete the token in the space's settings.",
  },
  {
    id: 'storyblok-management-token',
    name: 'Storyblok management token',
    shape: '{base62:22}tt-{digits:3-8}-{base64url:20}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.storyblok.com/docs',
    revoke: "Delete the token in the space's settings.",
  },
] satisfies Detector[]
