import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'twilio-account-sid',
    name: 'Twilio account SID',
    shape: 'AC{hex-lower:32}',
    role: 'identifier',
    severity: 'information',
    pair: 'twilio-auth-token',
    docs: 'https://www.twilio.com/docs/iam/api-keys',
    revoke: 'An identifier; change the auth token that belongs to it.',
  },
  {
    id: 'twilio-api-key-sid',
    name: 'Twilio API key SID',
    shape: 'SK{hex:32}',
    role: 'identifier',
    severity: 'warning',
    pair: 'twilio-api-secret',
    docs: 'https://www.twilio.com/docs/iam/api-keys',
    revoke: 'Delete the API key, or change the auth token, in the Console.',
  },
  {
    id: 'twilio-auth-token',
    name: 'Twilio auth token',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['twilio'],
    docs: 'https://www.twilio.com/docs/iam/access-tokens',
    revoke: 'Delete the API key, or change the auth token, in the Console.',
  },
  {
    id: 'twilio-api-secret',
    name: 'Twilio API key secret',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['twilio'],
    docs: 'https://www.twilio.com/docs/iam/api-keys',
    revoke: 'Delete the API key, or change the auth token, in the Console.',
  },
] satisfies Detector[]
