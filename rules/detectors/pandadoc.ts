import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pandadoc-api-key',
    name: 'PandaDoc API key',
    shape: '{base62:40}',
    role: 'secret',
    severity: 'error',
    near: ['pandadoc'],
    docs: 'https://developers.pandadoc.com',
    revoke: 'Delete the key in the developer dashboard.',
  },
] satisfies Detector[]
