import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'uptimerobot-api-key',
    name: 'UptimeRobot API key',
    shape: '(u|m){digits:6-10}-{hex-lower:24-32}',
    role: 'secret',
    severity: 'error',
    near: ['uptime'],
    docs: 'https://uptimerobot.com/api/',
    revoke: 'Regenerate the key under Integrations & API.',
  },
  {
    id: 'uptimerobot-contextual-api-key',
    name: 'UptimeRobot API key',
    shape: '(ur{[A-Za-z0-9-]:29}|{base62:28})',
    role: 'secret',
    severity: 'error',
    near: ['uptime_robot'],
    docs: 'https://uptimerobot.com/api/',
    revoke: 'Regenerate the key under Integrations & API.',
  },
] satisfies Detector[]
