import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'woocommerce-consumer-secret',
    name: 'WooCommerce consumer secret',
    shape: 'cs_{hex-lower:40}',
    role: 'secret',
    severity: 'error',
    docs: 'https://woocommerce.github.io/woocommerce-rest-api-docs/',
    revoke: 'Revoke the key under WooCommerce, Settings, Advanced, REST API.',
  },
  {
    id: 'woocommerce-consumer-key',
    name: 'WooCommerce consumer key',
    shape: 'ck_{hex-lower:40}',
    role: 'identifier',
    severity: 'warning',
    pair: 'woocommerce-consumer-secret',
    docs: 'https://woocommerce.github.io/woocommerce-rest-api-docs/',
    revoke: 'Revoke the key under WooCommerce, Settings, Advanced, REST API.',
  },
] satisfies Detector[]
