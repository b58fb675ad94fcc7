import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'packagist-read-token',
    name: 'Private Packagist organization read token',
    shape: 'packagist_ort_{hex:68}',
    role: 'secret',
    severity: 'error',
    docs: 'https://packagist.com/docs',
    revoke: "Delete the token in the organization's settings.",
  },
  {
    id: 'packagist-update-token',
    name: 'Private Packagist update token',
    shape: 'packagist_(out|uut|cut)_{hex:68}',
    role: 'secret',
    severity: 'error',
    docs: 'https://packagist.com/docs',
    revoke: "Delete the token in the organization's settings.",
  },
  {
    id: 'packagist-api-key',
    name: 'Private Packagist API key',
    shape: 'packagist_ack_{hex:28-32}',
    role: 'identifier',
    severity: 'warning',
    pair: 'packagist-api-secret',
    docs: 'https://packagist.com/docs',
    revoke: "Delete the token in the organization's settings.",
  },
  {
    id: 'packagist-api-secret',
    name: 'Private Packagist API secret',
    shape: 'packagist_acs_{hex:64-96}',
    role: 'secret',
    severity: 'error',
    docs: 'https://packagist.com/docs',
    revoke: "Delete the token in the organization's settings.",
  },
] satisfies Detector[]
