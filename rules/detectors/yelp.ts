import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'yelp-api-key',
    name: 'Yelp API key',
    shape: '{base64url:1}{[A-Za-z0-9_=.\\\\-]:127}',
    role: 'secret',
    severity: 'error',
    near: ['yelp'],
    docs: 'https://docs.developer.yelp.com',
    revoke: 'Contact Yelp to reset the key.',
  },
] satisfies Detector[]
