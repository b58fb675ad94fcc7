import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'maxmind-license-key',
    name: 'MaxMind license key',
    shape: '{base62:6}_{base62:29}_mmk',
    role: 'secret',
    severity: 'error',
    docs: 'https://support.maxmind.com',
    revoke: 'Delete the license key in the account under Manage License Keys.',
  },
  {
    id: 'maxmind-legacy-license-key',
    name: 'MaxMind license key (old form)',
    shape: '{base62:16}',
    role: 'secret',
    severity: 'error',
    near: ['maxmind', 'geoip', 'geolite'],
    docs: 'https://support.maxmind.com',
    revoke: 'Delete the license key in the account under Manage License Keys.',
  },
] satisfies Detector[]
