import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'courier-api-key',
    name: 'Courier API key',
    shape: '(pk|dk)_(prod|test)_{base36-upper:28}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.courier.com/docs',
    revoke: 'Rotate the key in the settings under API Keys.',
  },
  {
    id: 'courier-other-api-key',
    name: 'Courier API key',
    shape: '(pk|dk)_(prod|test)_{base62:24}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.courier.com/docs',
    revoke: 'Rotate the key in the settings under API Keys.',
  },
] satisfies Detector[]
