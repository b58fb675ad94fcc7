import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'twitch-stream-key',
    name: 'Twitch stream key',
    shape: 'live_{digits:8-12}_{base62:30-36}',
    role: 'secret',
    severity: 'error',
    docs: 'https://dev.twitch.tv/docs/authentication/',
    revoke: 'Reset the stream key in the Creator Dashboard.',
  },
  {
    id: 'twitch-oauth-token',
    name: 'Twitch chat OAuth token',
    shape: 'oauth:{base36-lower:30}',
    role: 'secret',
    severity: 'error',
    docs: 'https://dev.twitch.tv/docs/authentication/',
    revoke: 'Generate another secret in the developer console, or revoke the token at `https://id.twitch.tv/oauth2/revoke`.',
  },
  {
    id: 'twitch-client-secret',
    name: 'Twitch client secret or token',
    shape: '{base62:30}',
    role: 'secret',
    severity: 'error',
    near: ['twitch'],
    docs: 'https://dev.twitch.tv/docs/authentication/',
    revoke: 'Generate another secret in the developer console, or revoke the token at `https://id.twitch.tv/oauth2/revoke`.',
  },
] satisfies Detector[]
