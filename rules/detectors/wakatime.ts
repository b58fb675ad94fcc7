import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'wakatime-api-key',
    name: 'WakaTime API key',
    shape: 'waka_({hex-lower:8}(-{hex-lower:4}){3}-{hex-lower:12}|{base62:36-64})',
    role: 'secret',
    severity: 'error',
    docs: 'https://wakatime.com/developers',
    revoke: "Regenerate the key in the account's settings.",
  },
  {
    id: 'wakatime-legacy-api-key',
    name: 'WakaTime API key (old form)',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['waka', 'wakatime'],
    docs: 'https://wakatime.com/developers',
    revoke: "Regenerate the key in the account's settings.",
  },
] satisfies Detector[]
