import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'svix-webhook-secret',
    name: 'Svix webhook signing secret',
    shape: 'whsec_({base64:32}|{base64:43}=|{base64:42}==)',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.svix.com',
    revoke: 'Rotate the secret on the page of the endpoint.',
  },
  {
    id: 'svix-api-token',
    name: 'Svix API token',
    shape: '(testsk|sk)_{base64url:32}.(us|eu|ca|au|in)',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.svix.com',
    revoke: 'Rotate the secret on the page of the endpoint.',
  },
  {
    id: 'svix-named-webhook-secret',
    name: 'Svix webhook signing secret',
    shape: 'whsec_{base64:32}',
    role: 'secret',
    severity: 'error',
    near: ['svix'],
    docs: 'https://docs.svix.com',
    revoke: 'Rotate the secret on the page of the endpoint.',
  },
] satisfies Detector[]
