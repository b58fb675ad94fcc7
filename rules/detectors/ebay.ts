import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'ebay-client-secret',
    name: 'eBay client secret (Cert ID)',
    shape: '(PRD|SBX)-{hex-lower:12}(-{hex-lower:4}){3}-{hex-lower:4}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.ebay.com/api-docs/static/oauth-credentials.html',
    revoke: 'Rotate the Cert ID on the Application Keys page.',
  },
  {
    id: 'ebay-uuid-client-secret',
    name: 'eBay client secret (Cert ID, other form)',
    shape: '(PRD|SBX)-{hex-lower:8}(-{hex-lower:4}){3}-{hex-lower:4-12}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.ebay.com/api-docs/static/oauth-credentials.html',
    revoke: 'Rotate the Cert ID on the Application Keys page.',
  },
  {
    id: 'ebay-client-id',
    name: 'eBay client ID (App ID)',
    shape: '{word:1-24}-{word:1-24}-(PRD|SBX)-{hex-lower:8-12}-{hex-lower:8-12}',
    role: 'identifier',
    severity: 'information',
    pair: 'ebay-client-secret',
    docs: 'https://developer.ebay.com/api-docs/static/oauth-credentials.html',
    revoke: 'An identifier; rotate the Cert ID that belongs to it.',
  },
] satisfies Detector[]
