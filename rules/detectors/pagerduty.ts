import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pagerduty-user-api-key',
    name: 'PagerDuty user API key',
    shape: 'u+{[A-Za-z0-9_+-]:18}',
    role: 'secret',
    severity: 'error',
    near: ['pagerduty'],
    docs: 'https://support.pagerduty.com/main/docs/api-access-keys',
    revoke: 'Remove the key under Integrations, API Access Keys.',
  },
  {
    id: 'pagerduty-api-key',
    name: 'PagerDuty API or integration key',
    shape: '({base64url:20}|{hex:32})',
    role: 'secret',
    severity: 'error',
    near: ['pagerduty_api', 'pagerduty_token', 'pagerduty_key', 'pagerduty_secret', 'pagerduty_access', 'pagerduty_integration', 'pagerduty_routing', 'pagerduty_service', 'pd_api'],
    docs: 'https://support.pagerduty.com/main/docs/api-access-keys',
    revoke: 'Remove the key under Integrations, API Access Keys.',
  },
] satisfies Detector[]
