import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'shortcut-api-token',
    name: 'Shortcut API token',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['shortcut', 'clubhouse'],
    docs: 'https://developer.shortcut.com/api/rest/v3',
    revoke: 'Delete the token in the settings under API Tokens.',
  },
  {
    id: 'shortcut-api-key',
    name: 'Shortcut API token (new form)',
    shape: 'sct_(rw|w|ro|r)_{base64url:20-300}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.shortcut.com/api/rest/v3',
    revoke: 'Delete the token in the settings under API Tokens.',
  },
] satisfies Detector[]
