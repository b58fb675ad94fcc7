import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'openvsx-access-token',
    name: 'Open VSX access token',
    shape: 'ovsx(at|p)_{hex-lower:8}(-{hex-lower:4}){3}-{hex-lower:12}',
    role: 'secret',
    severity: 'error',
    docs: 'https://github.com/eclipse/openvsx/wiki',
    revoke: 'Delete the token in the settings under Access Tokens.',
  },
] satisfies Detector[]
