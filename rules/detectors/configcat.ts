import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'configcat-sdk-key',
    name: 'ConfigCat SDK key',
    shape: 'configcat-sdk-1/{base64url:22}/{base64url:22}',
    role: 'secret',
    severity: 'error',
    docs: 'https://configcat.com/docs/',
    revoke: 'Reset the SDK key in the dashboard.',
  },
  {
    id: 'configcat-legacy-sdk-key',
    name: 'ConfigCat SDK key (old form)',
    shape: '{base64url:22}/{base64url:22}',
    role: 'secret',
    severity: 'error',
    near: ['configcat'],
    docs: 'https://configcat.com/docs/',
    revoke: 'Reset the SDK key in the dashboard.',
  },
] satisfies Detector[]
