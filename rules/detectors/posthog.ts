import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'posthog-personal-api-key',
    name: 'PostHog personal API key',
    shape: 'phx_{base62:43-48}',
    role: 'secret',
    severity: 'error',
    docs: 'https://posthog.com/docs/api',
    revoke: 'Delete the key in the settings under Personal API keys.',
  },
  {
    id: 'posthog-feature-flags-key',
    name: 'PostHog feature flags secure API key',
    shape: 'phs_{base62:43-48}',
    role: 'secret',
    severity: 'error',
    docs: 'https://posthog.com/docs/api',
    revoke: 'Delete the key in the settings under Personal API keys.',
  },
  {
    id: 'posthog-oauth-token',
    name: 'PostHog OAuth token',
    shape: 'ph(a|r)_{base62:40-43}',
    role: 'secret',
    severity: 'error',
    docs: 'https://posthog.com/docs/api',
    revoke: 'Delete the key in the settings under Personal API keys.',
  },
  {
    id: 'posthog-project-key',
    name: 'PostHog project API key',
    shape: 'phc_{base64url:43}',
    role: 'public',
    severity: 'information',
    docs: 'https://posthog.com/docs/api',
    revoke: 'Public by design; nothing to revoke.',
  },
] satisfies Detector[]
