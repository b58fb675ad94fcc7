import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'line-channel-access-token',
    name: 'LINE Messaging API channel access token',
    shape: '{base64:171}=',
    role: 'secret',
    severity: 'error',
    near: ['line_channel', 'line_access', 'line_token', 'line_bot', 'line_messaging', 'line_api', 'channel_access'],
    docs: 'https://developers.line.biz/en/docs/',
    revoke: 'Reissue the channel access token in the console.',
  },
  {
    id: 'line-short-access-token',
    name: 'LINE Messaging API channel access token (unpadded)',
    shape: '{base64:171}',
    role: 'secret',
    severity: 'error',
    near: ['line_channel', 'line_access', 'line_token', 'line_bot', 'line_messaging', 'line_api', 'channel_access'],
    docs: 'https://developers.line.biz/en/docs/',
    revoke: 'Reissue the channel access token in the console.',
  },
  {
    id: 'line-notify-token',
    name: 'LINE Notify token',
    shape: '{base62:43}',
    role: 'secret',
    severity: 'error',
    near: ['line_notify', 'line_token', 'line_access'],
    docs: 'https://developers.line.biz/en/docs/',
    revoke: 'Reissue the channel access token in the console.',
  },
  {
    id: 'line-channel-secret',
    name: 'LINE channel secret',
    shape: '{hex-lower:32}',
    role: 'secret',
    severity: 'error',
    near: ['line_channel', 'channel_secret'],
    docs: 'https://developers.line.biz/en/docs/',
    revoke: 'Reissue the channel access token in the console.',
  },
] satisfies Detector[]
