import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'sparkpost-api-key',
    name: 'SparkPost API key',
    shape: '{hex:40}',
    role: 'secret',
    severity: 'error',
    near: ['spark_post'],
    docs: 'https://developers.sparkpost.com',
    revoke: 'Delete the key under Configuration, API Keys.',
  },
] satisfies Detector[]
