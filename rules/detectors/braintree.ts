import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'braintree-access-token',
    name: 'Braintree production access token',
    shape: 'access_token$production${base36-lower:16}${hex-lower:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://developer.paypal.com/braintree/docs',
    revoke: 'Revoke it in the Control Panel under API.',
  },
  {
    id: 'braintree-sandbox-access-token',
    name: 'Braintree sandbox access token',
    shape: 'access_token$sandbox${base36-lower:16}${hex-lower:32}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://developer.paypal.com/braintree/docs',
    revoke: 'Revoke it in the Control Panel under API.',
  },
  {
    id: 'braintree-tokenization-key',
    name: 'Braintree tokenization key',
    shape: '(sandbox|production)_{base36-lower:6-10}_{base36-lower:14-20}',
    role: 'public',
    severity: 'information',
    near: ['braintree', 'tokenization'],
    docs: 'https://developer.paypal.com/braintree/docs',
    revoke: 'Public by design; it can only tokenize payment data.',
  },
  {
    id: 'braintree-private-key',
    name: 'Braintree private key',
    shape: '{hex-lower:32}',
    role: 'secret',
    severity: 'error',
    near: ['braintree'],
    docs: 'https://developer.paypal.com/braintree/docs',
    revoke: 'Revoke it in the Control Panel under API.',
  },
] satisfies Detector[]
