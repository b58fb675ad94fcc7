import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'exoscale-api-key',
    name: 'Exoscale API key',
    shape: 'EXO{hex-lower:24}',
    role: 'identifier',
    severity: 'warning',
    pair: 'exoscale-api-secret',
    docs: 'https://community.exoscale.com/documentation/iam/',
    revoke: 'Revoke the key in the portal under IAM, Keys.',
  },
  {
    id: 'exoscale-contextual-api-key',
    name: 'Exoscale API key',
    shape: 'EXO{base62:24-30}',
    negatives: ['EXA{base62:26}', 'EXO{lower:6}'],
    role: 'identifier',
    severity: 'warning',
    near: ['exoscale'],
    docs: 'https://community.exoscale.com/documentation/iam/',
    revoke: 'Revoke the key in the portal under IAM, Keys.',
  },
  {
    id: 'exoscale-api-secret',
    name: 'Exoscale API secret',
    shape: '{base64url:40-60}',
    role: 'secret',
    severity: 'error',
    near: ['exoscale'],
    docs: 'https://community.exoscale.com/documentation/iam/',
    revoke: 'Revoke the key in the portal under IAM, Keys.',
  },
] satisfies Detector[]
