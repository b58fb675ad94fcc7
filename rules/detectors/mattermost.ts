import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'mattermost-webhook-url',
    name: 'Mattermost incoming webhook URL',
    shape: 'http(s)?://{[a-z0-9.-]:0-60}(mattermost|chat|mm){[a-z0-9.-]:0-60}(:{digits:2-5})?/hooks/{base36-lower:26}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://developers.mattermost.com/integrate/reference/personal-access-token/',
    revoke: 'Delete the webhook under Integrations.',
  },
  {
    id: 'mattermost-access-token',
    name: 'Mattermost access token',
    shape: '{base62:26}',
    role: 'secret',
    severity: 'error',
    near: ['mattermost', 'attermost', 'mm_token', 'mm_access'],
    docs: 'https://developers.mattermost.com/integrate/reference/personal-access-token/',
    revoke: 'Revoke the token in the profile under Security.',
  },
] satisfies Detector[]
