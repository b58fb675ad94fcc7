import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'checkout-secret-key',
    name: 'Checkout.com secret key',
    shape: 'sk_{base36-lower:26-30}{[*=$#]:0-1}',
    role: 'secret',
    severity: 'error',
    near: ['checkout.com', 'checkout_secret', 'cko'],
    docs: 'https://www.checkout.com/docs',
    revoke: 'Rotate the key in the dashboard under Developers, Keys.',
  },
  {
    id: 'checkout-legacy-secret-key',
    name: 'Checkout.com secret key (old form)',
    shape: 'sk_{hex-lower:8}(-{hex-lower:4}){3}-{hex-lower:12}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.checkout.com/docs',
    revoke: 'Rotate the key in the dashboard under Developers, Keys.',
  },
  {
    id: 'checkout-sandbox-secret-key',
    name: 'Checkout.com sandbox secret key',
    shape: 'sk_(test|sbox)_{hex-lower:8}(-{hex-lower:4}){3}-{hex-lower:12}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://www.checkout.com/docs',
    revoke: 'Rotate the key in the dashboard under Developers, Keys.',
  },
] satisfies Detector[]
