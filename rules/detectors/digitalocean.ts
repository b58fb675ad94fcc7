import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'digitalocean-personal-access-token',
    name: 'DigitalOcean personal access token',
    shape: 'dop_v1_{hex-lower:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
    revoke: 'Delete the token in the control panel under API, Tokens.',
  },
  {
    id: 'digitalocean-oauth-token',
    name: 'DigitalOcean OAuth access token',
    shape: 'doo_v1_{hex-lower:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
    revoke: 'Delete the token in the control panel under API, Tokens.',
  },
  {
    id: 'digitalocean-refresh-token',
    name: 'DigitalOcean OAuth refresh token',
    shape: 'dor_v1_{hex-lower:64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
    revoke: 'Delete the token in the control panel under API, Tokens.',
  },
  {
    id: 'digitalocean-spaces-secret-key',
    name: 'DigitalOcean Spaces secret key',
    shape: '{base64:43}',
    role: 'secret',
    severity: 'error',
    near: ['spaces_secret', 'do_spaces', 'digitalocean_spaces'],
    docs: 'https://docs.digitalocean.com/products/spaces/how-to/manage-access/',
    revoke: 'Delete the token in the control panel under API, Tokens.',
  },
] satisfies Detector[]
