import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'anthropic-api-key',
    name: 'Anthropic API key',
    shape: 'sk-ant-api{digits:2-4}-{base64url:93}AA',
    negatives: ['sk-ant-api03-{[X]:4}', 'sk-ant-'],
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.claude.com/en/api/overview',
    revoke: 'Delete the key in the Console under API keys.',
  },
  {
    id: 'anthropic-admin-key',
    name: 'Anthropic admin API key',
    shape: 'sk-ant-admin{digits:2-4}-{base64url:93}AA',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.claude.com/en/api/overview',
    revoke: 'Delete the key in the Console under API keys.',
  },
  {
    id: 'anthropic-oauth-access-token',
    name: 'Anthropic OAuth access token',
    shape: 'sk-ant-oat{digits:2}-{base64url:40-180}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.claude.com/en/api/overview',
    revoke: 'Log out of the account in Claude Code.',
  },
  {
    id: 'anthropic-oauth-refresh-token',
    name: 'Anthropic OAuth refresh token',
    shape: 'sk-ant-ort{digits:2}-{base64url:40-180}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.claude.com/en/api/overview',
    revoke: 'Log out of the account in Claude Code.',
  },
] satisfies Detector[]
