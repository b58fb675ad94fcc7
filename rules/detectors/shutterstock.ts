import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'shutterstock-access-token',
    name: 'Shutterstock API access token',
    shape: 'v2/{[A-Za-z0-9+/_=-]:200-700}',
    role: 'secret',
    severity: 'error',
    docs: 'https://api-reference.shutterstock.com',
    revoke: 'Regenerate the secret on the page of the app.',
  },
  {
    id: 'shutterstock-consumer-secret',
    name: 'Shutterstock consumer key or secret',
    shape: '{base62:16-32}',
    role: 'secret',
    severity: 'error',
    near: ['shutterstock'],
    docs: 'https://api-reference.shutterstock.com',
    revoke: 'Regenerate the secret on the page of the app.',
  },
  {
    id: 'shutterstock-contextual-token',
    name: 'Shutterstock API access token',
    shape: 'v2/{[A-Za-z0-9+/_=-]:40-199}',
    role: 'secret',
    severity: 'error',
    near: ['shutterstock'],
    docs: 'https://api-reference.shutterstock.com',
    revoke: 'Regenerate the secret on the page of the app.',
  },
] satisfies Detector[]
