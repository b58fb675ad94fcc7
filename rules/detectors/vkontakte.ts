import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'vkontakte-access-token',
    name: 'VK access token',
    shape: 'vk1.a.{base64url:60-260}',
    role: 'secret',
    severity: 'error',
    docs: 'https://dev.vk.com',
    revoke: "End the application's session in the account's settings.",
  },
] satisfies Detector[]
