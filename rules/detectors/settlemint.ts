import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'settlemint-application-token',
    name: 'SettleMint application access token',
    shape: 'sm_aat_{base62:16}',
    negatives: ['sm_aat_{base36-lower:10}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://console.settlemint.com/documentation',
    revoke: 'Revoke the token in the console.',
  },
  {
    id: 'settlemint-personal-token',
    name: 'SettleMint personal access token',
    shape: 'sm_pat_{base62:16}',
    negatives: ['sm_pat_{base36-lower:10}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://console.settlemint.com/documentation',
    revoke: 'Revoke the token in the console.',
  },
  {
    id: 'settlemint-service-token',
    name: 'SettleMint service access token',
    shape: 'sm_sat_{base62:16}',
    negatives: ['sm_sat_{base36-lower:10}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://console.settlemint.com/documentation',
    revoke: 'Revoke the token in the console.',
  },
] satisfies Detector[]
