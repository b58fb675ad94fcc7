import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'browserbase-api-key',
    name: 'Browserbase API key',
    shape: 'bb_(live|test)_{base64url:27}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.browserbase.com',
    revoke: "Rotate the key in the project's settings.",
  },
] satisfies Detector[]
