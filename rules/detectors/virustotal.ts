import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'virustotal-api-key',
    name: 'VirusTotal API key',
    shape: '{base62:64}',
    role: 'secret',
    severity: 'error',
    near: ['virustotal', 'vt_api', 'x_apikey'],
    docs: 'https://docs.virustotal.com',
    revoke: 'Contact VirusTotal to reset the key.',
  },
] satisfies Detector[]
